/** Reads a PDF back with another library than the one that wrote it. */
import * as mupdf from 'mupdf';

export interface ReadPdf {
  readonly title: string;
  readonly keywords: string;
  readonly bookmarks: readonly string[];
  readonly pages: readonly ReadPage[];
}

interface ReadPage {
  readonly widthPt: number;
  readonly heightPt: number;
  /** In the order of drawing, without spaces and line ends. */
  readonly text: string;
  /** Right and lower edge of the text that reaches farthest. */
  readonly reach: { readonly x: number; readonly y: number };
  /** Of the smallest letter. */
  readonly sizeMinPt: number;
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
  const info = pdf.getTrailer().get('Info');
  return {
    title: info.get('Title').asString(),
    keywords: info.get('Keywords').asString(),
    bookmarks: (pdf.loadOutline() ?? []).map(({ title }) => title ?? ''),
    pages: Array.from({ length: pdf.countPages() }, (_, place) => readPage(pdf.loadPage(place))),
  };
}

function readPage(page: mupdf.Page): ReadPage {
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
  };
}
