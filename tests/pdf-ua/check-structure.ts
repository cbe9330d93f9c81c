import { nameOf, type OpenPdf } from './open-pdf';
import { type Element, isElement, readStructure, walk } from './read-structure';

/** In which elements an element may stand, of those that papers have; none for the outermost. */
const parents: Readonly<Record<string, readonly string[]>> = {
  Document: [''],
  H1: ['Document'],
  H2: ['Document'],
  H3: ['Document'],
  P: ['Document', 'LBody'],
  L: ['Document'],
  LI: ['L'],
  Lbl: ['LI'],
  LBody: ['LI'],
  Table: ['Document'],
  THead: ['Table'],
  TBody: ['Table'],
  TR: ['THead', 'TBody'],
  TH: ['TR'],
  TD: ['TR'],
  Figure: ['Document', 'Lbl'],
};

/** Which elements there are and in what, texts of figures, headings, lists and tables. */
export function checkStructure(pdf: OpenPdf): string[] {
  const { elements } = readStructure(pdf);
  const all = walk(elements);
  return [
    ...(elements.length === 1 ? [] : ['01-006 not one outermost element']),
    ...all.flatMap(({ element, parent }) => [
      ...checkPlace(element, parent),
      ...checkFigure(element, pdf),
      ...checkList(element),
      ...checkTable(element),
    ]),
    ...checkHeadings(all.map(({ element }) => element.type)),
  ];
}

function checkPlace(element: Element, parent: Element | null): string[] {
  const { type, kids, knowsParent } = element;
  const known = parents[type];
  return [
    ...(known ? [] : [`02-001 ${type || 'nothing'} is no element of ours`]),
    ...(known && !known.includes(parent?.type ?? '') ? [`09-002 ${type} in ${parent?.type}`] : []),
    ...(kids.length > 0 ? [] : [`09-001 ${type} is empty`]),
    ...(knowsParent ? [] : [`01-006 ${type} names another parent`]),
  ];
}

/** A drawing, and whatever is drawn in place of a word, has a text; a drawing says where it is. */
function checkFigure({ type, alt, attribute }: Element, { pages }: OpenPdf): string[] {
  if (type !== 'Figure') return [];
  const box = attribute('BBox');
  const corners = box?.isArray() ? box.asJS() : [];
  const [, , width, height] = pages[0]?.get('MediaBox').asJS() ?? [];
  const [left, bottom, right, top] = corners;
  const isOnPage = left >= 0 && bottom >= 0 && left < right && bottom < top;
  return [
    ...(alt.trim() ? [] : ['13-004 Figure without a text']),
    ...(isOnPage && right <= width && top <= height ? [] : ['13-000 Figure that is nowhere']),
  ];
}

function checkHeadings(types: readonly string[]): string[] {
  const levels = types.filter((type) => /^H\d$/.test(type)).map((type) => Number(type.slice(1)));
  return [
    ...(levels.length > 0 ? [] : ['14-001 no heading']),
    ...(levels[0] === 1 || levels.length === 0 ? [] : ['14-002 the first heading is no H1']),
    ...levels.flatMap((level, place) =>
      level > (levels[place - 1] ?? level) + 1
        ? [`14-003 H${level} after H${levels[place - 1]}`]
        : [],
    ),
  ];
}

function checkList({ type, kids, attribute }: Element): string[] {
  if (type !== 'L') return [];
  return [
    ...(attribute('ListNumbering') ? [] : ['16-001 L does not say what its labels are']),
    ...kids
      .filter(isElement)
      .filter(
        (item) => item.kids.map((kid) => (isElement(kid) ? kid.type : '')).join() !== 'Lbl,LBody',
      )
      .map(() => '16-003 LI is not a label and a body'),
  ];
}

/** As many cells in each row as there are columns; a head for each column and each row. */
function checkTable({ type, kids }: Element): string[] {
  if (type !== 'Table') return [];
  const rows = walk(kids.filter(isElement))
    .filter(({ element }) => element.type === 'TR')
    .map(({ element, parent }) => ({
      isHead: parent?.type === 'THead',
      cells: element.kids.filter(isElement),
    }));
  const columns = rows[0]?.cells.length;
  const scopeOf = ({ attribute }: Element) => {
    const scope = attribute('Scope');
    return scope ? nameOf(scope) : '';
  };
  return [
    ...(rows.some(({ cells }) => cells.length !== columns)
      ? ['15-000 rows of different length']
      : []),
    ...(rows[0]?.isHead ? [] : ['15-001 Table without a head']),
    ...rows.flatMap(({ isHead, cells }) =>
      cells.flatMap((cell, place) => {
        const expected = isHead ? 'Column' : place === 0 ? 'Row' : '';
        if (cell.type !== (expected ? 'TH' : 'TD'))
          return [`15-002 ${cell.type} in place of a head`];
        return scopeOf(cell) === expected ? [] : [`15-003 TH of scope ${scopeOf(cell) || 'none'}`];
      }),
    ),
  ];
}
