import { nameOf, type OpenPdf, textOf } from './open-pdf';

/** What the file as a whole says of itself: language, title, tags, tab order. */
export function checkFile({ file, root, pages }: OpenPdf): string[] {
  const metadata = root.get('Metadata');
  const xmp = metadata.isStream() ? metadata.readStream().asString() : '';
  const title = /<dc:title>[\s\S]*?<rdf:li[^>]*>([^<]*)<\/rdf:li>/.exec(xmp)?.[1] ?? '';
  const written = textOf(file.getTrailer().get('Info', 'Title'));
  return [
    ...(xmp ? [] : ['06-001 no metadata']),
    ...(/<pdfuaid:part>1<\/pdfuaid:part>/.test(xmp) ? [] : ['06-002 does not say it is PDF/UA-1']),
    ...(title ? [] : ['06-003 no title in the metadata']),
    ...(title === written ? [] : ['06-003 two titles']),
    ...(isTrue(root.get('ViewerPreferences', 'DisplayDocTitle'))
      ? []
      : ['07-002 the title is not shown']),
    ...(isTrue(root.get('MarkInfo', 'Marked')) ? [] : ['01-000 not marked as tagged']),
    ...(isTrue(root.get('MarkInfo', 'Suspects')) ? ['01-007 suspects'] : []),
    ...(isLanguage(textOf(root.get('Lang'))) ? [] : ['11-006 no language']),
    ...(file.getTrailer().get('Encrypt').isNull() ? [] : ['26-001 encrypted']),
    ...pages.flatMap((page, place) => [
      ...(nameOf(page.get('Tabs')) === 'S' ? [] : [`28-008 page ${place + 1}: no order of tabs`]),
      // Papers have nothing to click or to fill in.
      ...(page.get('Annots').isNull() ? [] : [`28-002 page ${place + 1}: an annotation`]),
    ]),
  ];

  function isTrue(object: ReturnType<typeof root.get>): boolean {
    return object.isBoolean() && object.asBoolean();
  }
}

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
