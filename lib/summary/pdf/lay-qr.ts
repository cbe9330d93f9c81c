import { create } from 'qrcode';
import type { QrBlock } from '../document/document';
import { layRuns } from './lay-text';
import { ink } from './palette';
import { drawDown, heightOf, type Piece } from './piece';
import type { Sheet } from './sheet';
import { Tag } from './tag';

/** 0.44 mm: what the camera of a phone reads from paper at arm's length. */
const modulePt = 1.25;
/** Of white around it, which readers need; at its left the page has as much. */
const marginModules = 4;
/** Narrower than this the lines stand below. */
const besideMinPt = 110;

/** A QR code, with lines beside it where there is room. */
export function layQr({ address, alt, lines }: QrBlock, widthPt: number, sheet: Sheet): Piece[] {
  const { pdf, sizePt } = sheet;
  const { size, data } = create(address, { errorCorrectionLevel: 'M' }).modules;
  const marginPt = marginModules * modulePt;
  const sidePt = size * modulePt + marginPt;
  const isBeside = widthPt - sidePt >= besideMinPt;
  const tag = new Tag('Figure', sheet.parent, { alt });
  const drawModules = (x: number, y: number) => {
    for (const [place, isDark] of data.entries()) {
      if (!isDark) continue;
      const [column, row] = [place % size, Math.floor(place / size)];
      pdf.rect(x + column * modulePt, y + row * modulePt, modulePt, modulePt);
    }
    pdf.fill(ink);
  };
  const textX = sidePt + 0.5 * sizePt;
  const text = lines.flatMap((runs) =>
    layRuns(runs, isBeside ? widthPt - textX : widthPt, sheet, new Tag('P', sheet.parent), {
      gapPt: 0.2 * sizePt,
    }),
  );
  const textPt = heightOf(text);
  const heightPt = isBeside ? Math.max(sidePt, textPt) : sidePt + textPt;
  const draw = (x: number, y: number) => {
    tag.mark(pdf, () => drawModules(x, y), { bbox: [x, y, x + sidePt, y + sidePt] });
    if (isBeside) drawDown(text, x + textX, y + Math.max(0, (sidePt - textPt) / 2));
    else drawDown(text, x, y + sidePt);
  };
  return [{ heightPt, gapPt: marginPt, draw }];
}
