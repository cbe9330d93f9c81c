/** Reads a PDF back with another library than the one that wrote it. */
import * as mupdf from 'mupdf';

export interface ReadPdf {
  readonly title: string;
  readonly keywords: string;
  readonly language: string;
  readonly isTagged: boolean;
  readonly isTitleShown: boolean;
  readonly metadata: string;
  readonly bookmarks: readonly string[];
  readonly fonts: readonly { readonly name: string; readonly isEmbedded: boolean }[];
  /** The tags in reading order. */
  readonly tags: readonly ReadTag[];
  /** For each page the marked contents in reading order. */
  readonly contents: readonly (readonly number[])[];
  readonly pages: readonly ReadPage[];
}

export interface ReadTag {
  readonly name: string;
  readonly parent: string;
  readonly alt: string | null;
  readonly scope: string | null;
}

export interface ReadPage {
  readonly widthPt: number;
  readonly heightPt: number;
  /** In the order of drawing, without spaces and line ends. */
  readonly text: string;
  /** Right and lower edge of the text that reaches farthest. */
  readonly reach: { readonly x: number; readonly y: number };
  /** Of the smallest letter. */
  readonly sizeMinPt: number;
  /** Pieces of content that are neither tagged nor set aside as artifacts. */
  readonly unmarked: number;
}

/** The text of each page of a PDF that may be untagged, such as one that a browser printed. */
export function textOfPages(bytes: Uint8Array): string[] {
  const document = mupdf.Document.openDocument(bytes, 'application/pdf');
  return Array.from({ length: document.countPages() }, (_, place) =>
    document.loadPage(place).toStructuredText('preserve-whitespace').asText(),
  );
}

/** How many pages a PDF has that may be untagged, such as one that a browser printed. */
export function countPages(bytes: Uint8Array): number {
  return mupdf.Document.openDocument(bytes, 'application/pdf').countPages();
}

export function readPdf(bytes: Uint8Array): ReadPdf {
  const pdf = mupdf.Document.openDocument(bytes, 'application/pdf').asPDF();
  if (!pdf) throw new Error('no PDF');
  const root = pdf.getTrailer().get('Root');
  const info = pdf.getTrailer().get('Info');
  const pages = Array.from({ length: pdf.countPages() }, (_, place) => {
    const page = pdf.loadPage(place);
    if (!(page instanceof mupdf.PDFPage)) throw new Error('no page of a PDF');
    return page;
  });
  const tags: ReadTag[] = [];
  const contents: number[][] = pages.map(() => []);
  const pageNumbers = new Map(pages.map((page, place) => [page.getObject().asIndirect(), place]));
  walk(root.get('StructTreeRoot'), '', null);

  return {
    title: info.get('Title').asString(),
    keywords: info.get('Keywords').asString(),
    language: root.get('Lang').asString(),
    isTagged: root.get('MarkInfo', 'Marked').asBoolean(),
    isTitleShown: root.get('ViewerPreferences', 'DisplayDocTitle').asBoolean(),
    metadata: root.get('Metadata').readStream().asString(),
    bookmarks: (pdf.loadOutline() ?? []).map(({ title }) => title ?? ''),
    fonts: pages.flatMap((page) => fontsOf(page)),
    tags,
    contents,
    pages: pages.map(readPage),
  };

  function walk(
    element: mupdf.PDFObject,
    parent: string,
    pageOfParent: mupdf.PDFObject | null,
  ): void {
    const name = element.get('S').isName() ? element.get('S').asName() : '';
    const page = element.get('Pg').isNull() ? pageOfParent : element.get('Pg');
    if (name) {
      const [alt, scope] = [element.get('Alt'), element.get('A', 'Scope')];
      tags.push({
        name,
        parent,
        alt: alt.isNull() ? null : alt.asString(),
        scope: scope.isNull() ? null : scope.asName(),
      });
    }
    const children = element.get('K');
    const list = children.isArray()
      ? Array.from({ length: children.length }, (_, at) => children.get(at))
      : [children];
    for (const child of list) {
      if (child.isNumber()) note(page, child.asNumber());
      else if (child.get('Type').isName() && child.get('Type').asName() === 'MCR') {
        note(child.get('Pg'), child.get('MCID').asNumber());
      } else if (child.isDictionary()) walk(child, name, page);
    }
  }

  function note(page: mupdf.PDFObject | null, mcid: number): void {
    contents[pageNumbers.get(page?.asIndirect() ?? -1) ?? -1]?.push(mcid);
  }
}

function fontsOf(page: mupdf.PDFPage) {
  const fonts: { name: string; isEmbedded: boolean }[] = [];
  page
    .getObject()
    .get('Resources', 'Font')
    .forEach((font) => {
      const descriptor = font.get('DescendantFonts', 0, 'FontDescriptor');
      const files = ['FontFile', 'FontFile2', 'FontFile3'].map((key) => descriptor.get(key));
      fonts.push({
        name: font.get('BaseFont').asName(),
        isEmbedded: files.some((file) => !file.isNull()),
      });
    });
  return fonts;
}

function readPage(page: mupdf.PDFPage): ReadPage {
  const [left, top, right, bottom] = page.getBounds();
  const reach = { x: 0, y: 0 };
  let text = '';
  let sizeMinPt = Number.POSITIVE_INFINITY;
  page.toStructuredText('preserve-ligatures,preserve-whitespace').walk({
    onChar: (letter, _origin, _font, sizePt, quad) => {
      if (/\s/.test(letter)) return;
      sizeMinPt = Math.min(sizeMinPt, sizePt);
      text += letter;
      reach.x = Math.max(reach.x, quad[2]);
      reach.y = Math.max(reach.y, quad[7]);
    },
  });
  return {
    widthPt: right - left,
    heightPt: bottom - top,
    text,
    reach,
    sizeMinPt,
    unmarked: countUnmarked(page),
  };
}

/** Counts the operators that paint outside of any marked content. */
function countUnmarked(page: mupdf.PDFPage): number {
  const contents = page.getObject().get('Contents');
  const streams = contents.isArray()
    ? Array.from({ length: contents.length }, (_, at) => contents.get(at))
    : [contents];
  const content = streams.map((stream) => stream.readStream().asString()).join('\n');
  let depth = 0;
  let unmarked = 0;
  for (const operator of content.match(/\b(BDC|BMC|EMC|TJ|Tj|S|f\*?|B\*?)(?=\s|$)/g) ?? []) {
    if (operator === 'BDC' || operator === 'BMC') depth++;
    else if (operator === 'EMC') depth--;
    else if (depth === 0) unmarked++;
  }
  return unmarked;
}
