import type { List } from '../document/document';
import { plain, strong } from '../document/document';
import { drawUrgencyShape } from './draw-urgency-shape';
import { layRuns } from './lay-text';
import { ink } from './palette';
import type { Piece } from './piece';
import { drawLine, leading, type Sheet } from './sheet';
import { drawArtifact, Tag } from './tag';

/** How far the text of an item stands in, of the size. */
const indent = 1.4;

/** Items with a number, the shape of a level or a bullet before them. */
export function layList(
  { items, isNumbered = false }: List,
  widthPt: number,
  sheet: Sheet,
): Piece[] {
  const { pdf, sizePt } = sheet;
  const bullets = items.some(({ level }) => level) ? 'None' : 'Disc';
  const list = new Tag('L', sheet.parent, { numbering: isNumbered ? 'Decimal' : bullets });
  const inset = indent * sizePt;
  return items.flatMap(({ runs, notes = [], level }, place) => {
    const item = new Tag('LI', list);
    const label = new Tag('Lbl', item);
    const body = new Tag('LBody', item);
    const drawLabel = (x: number, y: number) => {
      if (level) {
        const sidePt = 0.9 * sizePt;
        const top = y + (leading * sizePt - sidePt) / 2;
        const drawShape = () =>
          drawUrgencyShape(pdf, level.urgency, { x, y: top, sidePt, colour: ink });
        if (level.name === '') return drawArtifact(pdf, drawShape);
        const shape = new Tag('Figure', label, { alt: level.name });
        return shape.mark(pdf, drawShape, { bbox: [x, top, x + sidePt, top + sidePt] });
      }
      const mark = isNumbered ? strong(`${place + 1}`) : plain('•');
      label.mark(pdf, () => drawLine(pdf, { runs: [mark] }, { x, y, sizePt }));
    };
    const lay = (text: typeof runs, gapPt: number) =>
      layRuns(text, widthPt - inset, sheet, new Tag('P', body), { gapPt });
    const pieces = [
      ...lay(runs, (place === 0 ? 0.2 : 0.15) * sizePt).map((piece) => ({
        ...piece,
        isKept: piece.isKept || notes.length > 0,
      })),
      ...notes.flatMap((note) => lay(note, 0)),
    ];
    return pieces.map((piece, line) => ({
      ...piece,
      draw: (x: number, y: number) => {
        if (line === 0) drawLabel(x, y);
        piece.draw(x + inset, y);
      },
    }));
  });
}
