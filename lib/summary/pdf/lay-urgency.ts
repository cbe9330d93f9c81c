import { strong, type UrgencyBlock } from '../document/document';
import { drawUrgencySegments, drawUrgencyShape, segmentsWidth } from './draw-urgency-shape';
import { layRuns } from './lay-text';
import { ink, urgencyColours } from './palette';
import { drawDown, heightOf, type Piece } from './piece';
import type { Sheet } from './sheet';
import { drawArtifact, Tag } from './tag';

const frameWidthPt = 2;

/** The level in a frame: shape, word, segments, then the lines below. */
export function layUrgency(
  { urgency, name, lines }: UrgencyBlock,
  widthPt: number,
  sheet: Sheet,
): Piece[] {
  const { pdf, sizePt } = sheet;
  const colour = urgencyColours[urgency];
  const pad = 0.7 * sizePt;
  const shapePt = 2.1 * sizePt;
  const segmentPt = 0.85 * sizePt;
  const textX = shapePt + 2 * pad;
  const insidePt = widthPt - textX - pad;
  const word = layRuns(
    [strong(name)],
    insidePt - segmentsWidth(segmentPt) - pad,
    sheet,
    new Tag('P', sheet.parent),
    {
      gapPt: 0,
      sizePt: 1.6 * sizePt,
      colour,
    },
  );
  const text = [
    ...word,
    ...lines.flatMap((runs) =>
      layRuns(runs, insidePt, sheet, new Tag('P', sheet.parent), { gapPt: 0.15 * sizePt }),
    ),
  ];
  const heightPt = Math.max(heightOf(text), shapePt) + 2 * pad;
  const draw = (x: number, y: number) => {
    drawArtifact(pdf, () => {
      pdf
        .lineWidth(frameWidthPt)
        .rect(x + 1, y + 1, widthPt - 2, heightPt - 2)
        .stroke(ink);
      drawUrgencyShape(pdf, urgency, { x: x + pad, y: y + pad, sidePt: shapePt, colour });
      const segmentsX = x + widthPt - pad - segmentsWidth(segmentPt);
      const segmentsY = y + pad + ((word[0]?.heightPt ?? 0) - segmentPt) / 2;
      drawUrgencySegments(pdf, urgency, { x: segmentsX, y: segmentsY, sidePt: segmentPt, colour });
    });
    drawDown(text, x + textX, y + pad);
  };
  return [{ heightPt, gapPt: 0.5 * sizePt, draw }];
}
