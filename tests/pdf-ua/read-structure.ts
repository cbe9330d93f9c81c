import { listOf, nameOf, type OpenPdf, type PdfObject, textOf } from './open-pdf';

/** An element of the structure that a screen reader walks through. */
export interface Element {
  readonly type: string;
  readonly alt: string;
  /** Of its attributes, by name. */
  readonly attribute: (name: string) => PdfObject | null;
  readonly kids: readonly (Element | MarkedContent)[];
  readonly object: PdfObject;
  /** Whether it names as its parent whoever has it as a kid. */
  readonly knowsParent: boolean;
}

/** A piece of a page's content. */
export interface MarkedContent {
  /** From 0; -1 for none of this file. */
  readonly page: number;
  readonly mcid: number;
}

/** The elements below the root, and the root itself. */
export function readStructure({ root, pages }: OpenPdf) {
  const tree = root.get('StructTreeRoot');
  const places = new Map(pages.map((page, place) => [page.asIndirect(), place]));
  const kids = listOf(root.get('StructTreeRoot', 'K')).map((kid) => read(kid, tree, undefined));
  return { tree, elements: kids.filter(isElement) };

  function read(
    object: PdfObject,
    parent: PdfObject,
    page: PdfObject | undefined,
  ): Element | MarkedContent {
    if (object.isNumber()) return contentOn(page, object.asNumber());
    if (nameOf(object.get('Type')) === 'MCR') {
      const own = object.get('Pg');
      return contentOn(own.isNull() ? page : own, object.get('MCID').asNumber());
    }
    const own = object.get('Pg');
    const attributes = listOf(object.get('A'));
    return {
      type: nameOf(object.get('S')),
      alt: textOf(object.get('Alt')) || textOf(object.get('ActualText')),
      attribute: (name) =>
        attributes.map((owner) => owner.get(name)).find((found) => !found.isNull()) ?? null,
      kids: listOf(object.get('K')).map((kid) => read(kid, object, own.isNull() ? page : own)),
      object,
      knowsParent: object.get('P').asIndirect() === parent.asIndirect(),
    };
  }

  function contentOn(page: PdfObject | undefined, mcid: number): MarkedContent {
    return { page: places.get(page?.asIndirect() ?? -1) ?? -1, mcid };
  }
}

export function isElement(kid: Element | MarkedContent): kid is Element {
  return 'type' in kid;
}

/** Elements with all below them, in the order of reading, each with its parent. */
export function walk(
  elements: readonly Element[],
  parent: Element | null = null,
): { element: Element; parent: Element | null }[] {
  return elements.flatMap((element) => [
    { element, parent },
    ...walk(element.kids.filter(isElement), element),
  ]);
}

/** The content of an element and of all below it, in the order of reading. */
export function contentOf({ kids }: Element): MarkedContent[] {
  return kids.flatMap((kid) => (isElement(kid) ? contentOf(kid) : [kid]));
}
