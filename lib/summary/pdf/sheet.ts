import type { Run } from '../document/document';
import type { Line, Measure } from './break-lines';
import { fontOf } from './fonts';
import { ink, quietInk } from './palette';
import type { Tag } from './tag';

type Pdf = PDFKit.PDFDocument;

/** Where something is laid out: the file, the size of its letters, and what it is a part of. */
export interface Sheet {
  readonly pdf: Pdf;
  readonly sizePt: number;
  /** The height of a line of running text, of that of its letters. */
  readonly leading: number;
  readonly parent: Tag;
}

/** The height of a line, of that of its letters. */
export const leading = 1.25;
export const tightLeading = 1.12;

/** Measures runs as they will be drawn. */
export function measureAt(pdf: Pdf, sizePt: number): Measure {
  return ({ text, tone }) => pdf.font(fontOf[tone]).fontSize(sizePt).widthOfString(text);
}

/** Draws one line of text. @param y its upper edge */
export function drawLine(
  pdf: Pdf,
  { runs }: Line,
  { x, y, sizePt, colour }: { x: number; y: number; sizePt: number; colour?: string },
): void {
  let at = x;
  const measure = measureAt(pdf, sizePt);
  for (const run of runs) {
    const width = measure(run);
    pdf
      .fillColor(colour ?? colourOf(run.tone))
      .text(run.text, at, y + ((leading - fontHeight) / 2) * sizePt, { lineBreak: false });
    at += width;
  }
}

/** From the top of the highest letter to the bottom of the lowest, of the size. */
const fontHeight = 1.21;

function colourOf(tone: Run['tone']): string {
  return tone === 'quiet' ? quietInk : ink;
}
