import { quiet } from '../document/document';
import { ink } from './palette';
import type { Piece } from './piece';
import { drawLine, leading, measureAt, type Sheet } from './sheet';
import { drawArtifact, Tag } from './tag';

/** A label and a line to write on. */
export function layBlank(label: string, widthPt: number, sheet: Sheet): Piece[] {
  const { pdf, sizePt } = sheet;
  const tag = new Tag('P', sheet.parent);
  const run = quiet(`${label}:`);
  const heightPt = 1.7 * leading * sizePt;
  const draw = (x: number, y: number) => {
    tag.mark(pdf, () =>
      drawLine(pdf, { runs: [run] }, { x, y: y + heightPt - leading * sizePt, sizePt }),
    );
    const from = x + measureAt(pdf, sizePt)(run) + 0.5 * sizePt;
    const under = y + heightPt - 0.2 * sizePt;
    drawArtifact(pdf, () =>
      pdf
        .lineWidth(0.6)
        .moveTo(from, under)
        .lineTo(x + 0.7 * widthPt, under)
        .stroke(ink),
    );
  };
  return [{ heightPt, gapPt: 0, draw }];
}

/** Where to cut; with all that follows it stands at the foot of the page. */
export function layCut(label: string, widthPt: number, sheet: Sheet): Piece[] {
  const { pdf } = sheet;
  const sizePt = 0.75 * sheet.sizePt;
  const tag = new Tag('P', sheet.parent);
  const heightPt = leading * sizePt + 4;
  const draw = (x: number, y: number) => {
    drawArtifact(pdf, () =>
      pdf
        .lineWidth(0.8)
        .dash(4, { space: 3 })
        .moveTo(x, y)
        .lineTo(x + widthPt, y)
        .stroke(ink)
        .undash(),
    );
    tag.mark(pdf, () => drawLine(pdf, { runs: [quiet(label)] }, { x, y: y + 4, sizePt }));
  };
  return [{ heightPt, gapPt: sheet.sizePt, isAtFoot: true, draw }];
}
