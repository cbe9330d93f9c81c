/** The checker of PDF/UA finds what is wrong, each fault put into a paper that has none. */
import { beforeAll, expect, test } from 'vitest';
import { readVignettes } from '@/lib/knowledge/read-vignettes';
import { documentKinds } from '@/lib/summary/document/document-kind';
import { drawPdf } from '@/lib/summary/pdf/draw-pdf';
import { paperSizes } from '@/lib/summary/pdf/paper';
import { documentOf, summaryOf } from '../papers';
import { findUaFaults } from '../pdf-ua/find-ua-faults';
import { listOf, nameOf, type OpenPdf, openPdf, type PdfObject } from '../pdf-ua/open-pdf';
import { readStructure, walk } from '../pdf-ua/read-structure';

/** It has lists of three kinds, tables over several pages, a leg map and a QR code. */
const vignette = readVignettes().find(
  ({ name }) => name === 'acute-compartment-syndrome/girl-new-diabetes-sent-as-clot',
);
if (!vignette) throw new Error('no vignette');
const summary = await summaryOf(vignette.input);
let sound: Uint8Array;

beforeAll(async () => {
  sound = await drawPdf(documentOf('summary', summary), 'a4');
});

test.each(documentKinds)('a sound %s has no fault', async (kind) => {
  for (const paper of paperSizes) {
    expect(findUaFaults(await drawPdf(documentOf(kind, summary), paper))).toEqual([]);
  }
});

type Spoil = (pdf: OpenPdf) => void;

const faults: readonly (readonly [string, string, Spoil])[] = [
  ['no metadata', '06-001', ({ root }) => root.delete('Metadata')],
  ['no word of PDF/UA', '06-002', inMetadata(/<pdfuaid:part>1<\/pdfuaid:part>/, '')],
  ['no title in the metadata', '06-003', inMetadata(/<dc:title>[\s\S]*<\/dc:title>/, '')],
  ['two titles', '06-003', inMetadata(/Surae: provider summary/, 'Another')],
  ['a title that is not shown', '07-002', ({ root }) => root.delete('ViewerPreferences')],
  ['no mark that it is tagged', '01-000', ({ root }) => root.delete('MarkInfo')],
  ['tags that are suspect', '01-007', ({ root }) => root.get('MarkInfo').put('Suspects', true)],
  ['no language', '11-006', ({ root }) => root.delete('Lang')],
  [
    'no language that there is',
    '11-006',
    ({ file, root }) => root.put('Lang', file.newString('??')),
  ],
  ['no order of tabs', '28-008', ({ pages }) => pages[1]?.delete('Tabs')],
  ['an annotation', '28-002', ({ file, pages }) => pages[0]?.put('Annots', file.newArray())],
  ['no tree', '01-006', ({ root }) => root.delete('StructTreeRoot')],
  ['an element that no reader knows', '02-001', rename('P', 'Paragraph')],
  ['an element in the wrong one', '09-002', rename('LI', 'TR')],
  ['an empty element', '09-001', (pdf) => first(pdf, 'P').delete('K')],
  ['an element that names another parent', '01-006', (pdf) => first(pdf, 'P').put('P', pdf.root)],
  ['a drawing without a text', '13-004', (pdf) => first(pdf, 'Figure').delete('Alt')],
  [
    'a drawing of blanks',
    '13-004',
    (pdf) => first(pdf, 'Figure').put('Alt', pdf.file.newString(' ')),
  ],
  ['a drawing that is nowhere', '13-000', (pdf) => first(pdf, 'Figure').delete('A')],
  ['a line that is drawn as text', '13-001', paint('/P <</MCID 900>> BDC 0 0 m 9 9 l S EMC')],
  ['a first heading of the second level', '14-002', rename('H1', 'H2')],
  ['a level that is left out', '14-003', rename('H2', 'H3')],
  ['no heading at all', '14-001', renameAll(/^H\d$/, 'P')],
  ['a table without a head', '15-001', rename('THead', 'TBody')],
  ['a head that is none', '15-002', rename('TH', 'TD')],
  ['a head of nothing', '15-003', (pdf) => first(pdf, 'TH').delete('A')],
  [
    'a row with a cell too few',
    '15-000',
    (pdf) => listOf(first(pdf, 'TR').get('K'))[0] && first(pdf, 'TR').get('K').delete(0),
  ],
  ['a list that says nothing of its labels', '16-001', (pdf) => first(pdf, 'L').delete('A')],
  [
    'numbers that are none',
    '16-002',
    everyList((list, { file }) => list.get('A').put('ListNumbering', file.newName('Disc'))),
  ],
  [
    'a list that does not count',
    '16-000',
    everyList(
      (list) => nameOf(list.get('A', 'ListNumbering')) === 'Decimal' && list.get('K').delete(0),
    ),
  ],
  ['an item of two labels', '16-003', rename('LBody', 'Lbl')],
  ['a piece that nobody hears', '01-005', (pdf) => first(pdf, 'Document').get('K').delete(1)],
  [
    'a piece that is heard twice',
    '01-006',
    (pdf) => first(pdf, 'Document').get('K').push(first(pdf, 'P')),
  ],
  ['another order than drawn', '09-001', (pdf) => swap(first(pdf, 'Document').get('K'), 1, 2)],
  ['a text read as a heading', '01-006', rename('P', 'H2')],
  [
    'no way back from a piece',
    '01-006',
    ({ root }) => root.get('StructTreeRoot').delete('ParentTree'),
  ],
  [
    'a page that finds the elements of another',
    '01-006',
    ({ pages }) => pages[1]?.put('StructParents', 0),
  ],
  ['something outside of all tags', '01-005', paint('0 0 m 9 9 l S')],
  ['a tag without content of its own', '01-005', paint('/P BMC EMC')],
  ['marks that do not end', '01-005', paint('/Artifact BMC')],
  ['marks that end twice', '01-005', paint('EMC')],
  ['an artifact in a text', '01-003', paint('/P <</MCID 900>> BDC /Artifact BMC EMC EMC')],
  ['a text in an artifact', '01-004', paint('/Artifact BMC /P <</MCID 900>> BDC EMC EMC')],
  [
    'a typeface that is not there',
    '31-009',
    inFont((font) => font.get('DescendantFonts', 0, 'FontDescriptor').delete('FontFile2')),
  ],
  [
    'a typeface without its order',
    '31-004',
    inFont((font) => font.get('DescendantFonts', 0).delete('CIDToGIDMap')),
  ],
  ['a typeface that means nothing', '31-027', inFont((font) => font.delete('ToUnicode'))],
  [
    'a letter that means U+0000',
    '31-028',
    inFont((font) => rewrite(font.get('ToUnicode'), /<fffd>/, '<0000>')),
  ],
  ['a letter without a meaning', '10-001', paint('/Artifact BMC BT /F1 9 Tf [<fff0>] TJ ET EMC')],
  [
    'a letter that the typeface has not',
    '31-030',
    paint('/Artifact BMC BT /F1 9 Tf [<0000>] TJ ET EMC'),
  ],
  ['no bookmarks', '00-000', ({ root }) => root.delete('Outlines')],
  [
    'a bookmark of other words',
    '00-000',
    ({ file, root }) => root.get('Outlines', 'First').put('Title', file.newString('Elsewhere')),
  ],
  [
    'a bookmark to another page',
    '00-000',
    ({ root, pages }) => root.get('Outlines', 'First', 'Dest').put(0, pages[1]),
  ],
];

test.each(faults)('%s is found (%s)', (_, number, spoil) => {
  const pdf = openPdf(sound);
  spoil(pdf);
  const found = findUaFaults(pdf.file.saveToBuffer('').asUint8Array());
  expect(found.map((fault) => fault.slice(0, 6))).toContain(number);
});

test('a file that is encrypted is found', () => {
  const options = 'encrypt=aes-128,user-password=,owner-password=secret';
  const locked = openPdf(sound).file.saveToBuffer(options).asUint8Array();
  expect(findUaFaults(locked)).toContain('26-001 encrypted');
});

test('a file that is only saved anew has no fault', () => {
  expect(findUaFaults(openPdf(sound).file.saveToBuffer('').asUint8Array())).toEqual([]);
});

/** The first element of a type, in the order of reading. */
function first(pdf: OpenPdf, type: string): PdfObject {
  const found = walk(readStructure(pdf).elements).find(({ element }) => element.type === type);
  if (!found) throw new Error(`no ${type}`);
  return found.element.object;
}

function rename(type: string, other: string): Spoil {
  return (pdf) => first(pdf, type).put('S', pdf.file.newName(other));
}

function renameAll(types: RegExp, other: string): Spoil {
  return (pdf) => {
    for (const { element } of walk(readStructure(pdf).elements)) {
      if (types.test(element.type)) element.object.put('S', pdf.file.newName(other));
    }
  };
}

function everyList(spoil: (list: PdfObject, pdf: OpenPdf) => void): Spoil {
  return (pdf) => {
    for (const { element } of walk(readStructure(pdf).elements)) {
      if (element.type === 'L') spoil(element.object, pdf);
    }
  };
}

function swap(list: PdfObject, one: number, other: number): void {
  const [before, after] = [list.get(one), list.get(other)];
  list.put(one, after);
  list.put(other, before);
}

function inMetadata(what: RegExp, by: string): Spoil {
  return ({ root }) => rewrite(root.get('Metadata'), what, by);
}

function inFont(spoil: (font: PdfObject) => void): Spoil {
  return ({ pages }) => {
    pages[0]?.get('Resources', 'Font').forEach((font) => {
      spoil(font);
    });
  };
}

function rewrite(stream: PdfObject, what: RegExp, by: string): void {
  stream.writeStream(stream.readStream().asString().replace(what, by));
}

/** Adds to what the first page paints. */
function paint(operators: string): Spoil {
  return ({ pages: [page] }) => {
    for (const stream of page ? listOf(page.get('Contents')).slice(0, 1) : []) {
      rewrite(stream, /$/, `\n${operators}\n`);
    }
  };
}
