import { listOf, nameOf, type OpenPdf, type PdfObject, textOf } from './open-pdf';
import { type ReadContent, readContent } from './read-content';
import { contentOf, type Element, isElement, readStructure, walk } from './read-structure';

/** Whether all that is painted is read once, in its order, as what it is; and the bookmarks. */
export function checkContent(pdf: OpenPdf): string[] {
  const contents = pdf.pages.map(readContent);
  const structure = readStructure(pdf);
  const all = walk(structure.elements).map(({ element }) => element);
  return [
    ...contents.flatMap(({ faults }, place) =>
      [...new Set(faults)].map((fault) => `${fault}, page ${place + 1}`),
    ),
    ...checkOrder(structure.elements, contents),
    ...checkTags(all, contents),
    ...checkNumbers(all, contents),
    ...checkParentTree(pdf, structure.tree, all),
    ...checkBookmarks(pdf, all, contents),
  ];
}

/** Every piece is read once, in the order in which it was drawn: no line before the one above it. */
function checkOrder(elements: readonly Element[], contents: readonly ReadContent[]): string[] {
  const read = elements.flatMap(contentOf).map(({ page, mcid }) => `${page}/${mcid}`);
  const drawn = contents.flatMap(({ pieces }, page) => pieces.map(({ mcid }) => `${page}/${mcid}`));
  const unread = drawn.filter((piece) => !read.includes(piece));
  const missing = read.filter((piece) => !drawn.includes(piece));
  const isOnce = new Set(read).size === read.length && new Set(drawn).size === drawn.length;
  return [
    ...unread.map((piece) => `01-005 ${piece} is drawn and not read`),
    ...missing.map((piece) => `01-006 ${piece} is read and not drawn`),
    ...(isOnce ? [] : ['01-006 a piece is read twice']),
    ...(unread.length + missing.length > 0 || read.join() === drawn.join()
      ? []
      : ['09-001 read in another order than drawn']),
  ];
}

/** A piece carries in the content the name of the element that has it. */
function checkTags(all: readonly Element[], contents: readonly ReadContent[]): string[] {
  return all.flatMap(({ type, kids }) =>
    kids.flatMap((kid) => {
      if (isElement(kid)) return [];
      const piece = contents[kid.page]?.pieces.find(({ mcid }) => mcid === kid.mcid);
      return !piece || piece.tag === type ? [] : [`01-006 ${piece.tag} is read as ${type}`];
    }),
  );
}

/** A list whose labels are numbers says so, and counts from 1. */
function checkNumbers(all: readonly Element[], contents: readonly ReadContent[]): string[] {
  return all
    .filter(({ type }) => type === 'L')
    .flatMap(({ kids, attribute }) => {
      const labels = walk(kids.filter(isElement))
        .filter(({ element }) => element.type === 'Lbl')
        .map(({ element }) => wordsOf(element, contents));
      const numbering = attribute('ListNumbering');
      const isNumbered = labels.some((label) => /\d/.test(label));
      if (isNumbered !== (numbering !== null && nameOf(numbering) === 'Decimal')) {
        return ['16-002 L says something else than its labels'];
      }
      const isCounted = labels.every((label, place) => label === String(place + 1));
      return isNumbered && !isCounted ? ['16-000 L does not count'] : [];
    });
}

/** The way back, from the content of a page to its element. */
function checkParentTree(pdf: OpenPdf, tree: PdfObject, all: readonly Element[]): string[] {
  return all.flatMap(({ object, kids }) =>
    kids.flatMap((kid) => {
      if (isElement(kid)) return [];
      const key = pdf.pages[kid.page]?.get('StructParents');
      const owners = key?.isNumber() ? lookUp(tree.get('ParentTree'), key.asNumber()) : null;
      return owners?.get(kid.mcid).asIndirect() === object.asIndirect()
        ? []
        : [`01-006 ${kid.page}/${kid.mcid} does not find its element`];
    }),
  );
}

function lookUp(node: PdfObject, key: number): PdfObject | null {
  if (!node.isDictionary()) return null;
  const numbers = listOf(node.get('Nums'));
  for (let at = 0; at + 1 < numbers.length; at += 2) {
    if (numbers[at]?.asNumber() === key) return numbers[at + 1] ?? null;
  }
  for (const kid of listOf(node.get('Kids'))) {
    const found = lookUp(kid, key);
    if (found) return found;
  }
  return null;
}

/** One for each heading of the first two levels, by its words, to its page. */
function checkBookmarks(
  { root, pages }: OpenPdf,
  all: readonly Element[],
  contents: readonly ReadContent[],
): string[] {
  const headings = all
    .filter(({ type }) => type === 'H1' || type === 'H2')
    .map((element) => `${wordsOf(element, contents)} on ${contentOf(element)[0]?.page}`);
  const places = new Map(pages.map((page, place) => [page.asIndirect(), place]));
  const bookmarks = outlineOf(root.get('Outlines', 'First')).map(
    (item) => `${textOf(item.get('Title'))} on ${places.get(item.get('Dest', 0).asIndirect())}`,
  );
  return headings.join('\n') === bookmarks.join('\n')
    ? []
    : ['00-000 bookmarks are not the headings'];
}

function outlineOf(first: PdfObject): PdfObject[] {
  const items: PdfObject[] = [];
  for (let item = first; item.isDictionary(); item = item.get('Next')) {
    items.push(item, ...outlineOf(item.get('First')));
  }
  return items;
}

/** As a screen reader says them: the lines of an element joined as they are. */
function wordsOf(element: Element, contents: readonly ReadContent[]): string {
  return contentOf(element)
    .map(({ page, mcid }) => contents[page]?.pieces.find((piece) => piece.mcid === mcid)?.text)
    .join('');
}
