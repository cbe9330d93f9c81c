import type { Urgency } from '../../triage/schema';
import { segmentCount, urgencyShapes } from '../urgency-shape';

type Pdf = PDFKit.PDFDocument;

interface Place {
  readonly x: number;
  readonly y: number;
  readonly colour: string;
}

const unitsPerSide = 24;

export function drawUrgencyShape(
  pdf: Pdf,
  urgency: Urgency,
  { x, y, sidePt, colour }: Place & { readonly sidePt: number },
): void {
  pdf
    .save()
    .translate(x, y)
    .scale(sidePt / unitsPerSide)
    .path(urgencyShapes[urgency].path)
    .fill(colour, 'even-odd')
    .restore();
}

/** Six squares in a row, as many of them filled as the level has. @param sidePt of one */
export function drawUrgencySegments(
  pdf: Pdf,
  urgency: Urgency,
  { x, y, sidePt, colour }: Place & { readonly sidePt: number },
): void {
  for (let place = 0; place < segmentCount; place++) {
    pdf.lineWidth(0.8).rect(x + place * sidePt * 1.4, y, sidePt, sidePt);
    if (place < urgencyShapes[urgency].filled) pdf.fillAndStroke(colour, colour);
    else pdf.stroke(colour);
  }
}

/** The width of the six segments. */
export function segmentsWidth(sidePt: number): number {
  return sidePt * (1.4 * (segmentCount - 1) + 1);
}
