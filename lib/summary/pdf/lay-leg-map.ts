import { type LegMapBlock, quiet, sizePtMin } from '../document/document';
import type { Figure, FigureArea } from '../leg-map/figure';
import { figuresShowing } from '../leg-map/figures';
import { accent, ink, quietInk } from './palette';
import type { Piece } from './piece';
import { drawLine, leading, measureAt, type Sheet } from './sheet';
import { Tag } from './tag';

type Pdf = PDFKit.PDFDocument;

/** The height of the drawing, of the size of the letters. */
const heightMax = 11;
const captionSize = 0.8;
const hatchPt = 2.2;

/** The figures that show what is marked, in one row; the marked areas hatched. */
export function layLegMap(block: LegMapBlock, widthPt: number, sheet: Sheet): Piece[] {
  const { pdf, sizePt } = sheet;
  const shown = figuresShowing(block.marked);
  const gap = sizePt;
  const widths = shown.reduce((sum, { width }) => sum + width, 0);
  const tallest = Math.max(...shown.map(({ height }) => height));
  const free = widthPt - gap * (shown.length - 1);
  const scale = Math.min(free / widths, (heightMax * sizePt) / tallest);
  const captionPt = Math.max(sizePtMin, captionSize * sizePt);
  const heightPt = scale * tallest + leading * captionPt;
  const tag = new Tag('Figure', sheet.parent, { alt: block.alt });
  const measure = measureAt(pdf, captionPt);
  const draw = (left: number, y: number) => {
    let x = left;
    for (const figure of shown) {
      drawFigure(pdf, figure, block, { x, y: y + scale * (tallest - figure.height), scale });
      const caption = quiet(block.captions[figure.id]);
      const middle = x + (scale * figure.width - measure(caption)) / 2;
      drawLine(
        pdf,
        { runs: [caption] },
        { x: Math.max(left, middle), y: y + scale * tallest, sizePt: captionPt },
      );
      x += scale * figure.width + gap;
    }
  };
  return [
    {
      heightPt,
      gapPt: 0.4 * sizePt,
      draw: (x, y) => tag.mark(pdf, () => draw(x, y), { bbox: [x, y, x + widthPt, y + heightPt] }),
    },
  ];
}

function drawFigure(
  pdf: Pdf,
  figure: Figure,
  { marked, isLeft }: LegMapBlock,
  { x, y, scale }: { x: number; y: number; scale: number },
): void {
  pdf.save().translate(x, y).scale(scale).translate(-figure.x, -figure.y);
  if (isLeft) pdf.transform(-1, 0, 0, 1, 2 * figure.x + figure.width, 0);
  for (const area of figure.areas) {
    if (marked.includes(area.value)) drawArea(pdf, area, figure, scale);
  }
  pdf.lineCap('round').lineJoin('round');
  for (const path of figure.details)
    pdf
      .lineWidth(0.4 / scale)
      .path(path)
      .stroke(quietInk);
  for (const path of figure.outline)
    pdf
      .lineWidth(0.9 / scale)
      .path(path)
      .stroke(ink);
  pdf.restore();
}

/** Hatched, so that it shows without colour too. */
function drawArea(pdf: Pdf, { shape, handle }: FigureArea, figure: Figure, scale: number): void {
  pdf.save().path(shape).clip();
  const step = hatchPt / scale;
  const reach = figure.width + figure.height;
  pdf.lineWidth(0.9 / scale);
  for (let at = -figure.height; at < reach; at += step) {
    pdf
      .moveTo(figure.x + at, figure.y)
      .lineTo(figure.x + at + figure.height, figure.y + figure.height)
      .stroke(accent);
  }
  pdf.restore();
  pdf
    .lineWidth(1.1 / scale)
    .path(shape)
    .stroke(accent);
  if (handle)
    pdf
      .lineWidth(1.1 / scale)
      .path(handle.path)
      .stroke(accent);
}
