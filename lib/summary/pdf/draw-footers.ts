import { type Document, quiet, sizePtMin } from '../document/document';
import { breakLines, type Line } from './break-lines';
import { line } from './palette';
import { marginPt } from './paper';
import { drawLine, leading, measureAt } from './sheet';
import { drawArtifact } from './tag';

type Pdf = PDFKit.PDFDocument;
type Footer = Document['footer'];

const sizePt = sizePtMin;
const gapPt = 8;
/** Kept free at the right of the last line for the page number. */
const pageNumberPt = 52;

/** With the space above it. */
export function footerHeight(pdf: Pdf, footer: Footer): number {
  return gapPt + linesOf(pdf, footer).length * leading * sizePt;
}

/** At the foot of every page, once their number is known: a screen reader passes over it. */
export function drawFooters(pdf: Pdf, footer: Footer): void {
  const lines = linesOf(pdf, footer);
  const measure = measureAt(pdf, sizePt);
  const { start, count } = pdf.bufferedPageRange();
  for (let place = start; place < start + count; place++) {
    pdf.switchToPage(place);
    const { width, height } = pdf.page;
    const top = height - marginPt - lines.length * leading * sizePt;
    const number = quiet(footer.pageOf(place + 1, count));
    drawArtifact(
      pdf,
      () => {
        pdf
          .lineWidth(0.5)
          .moveTo(marginPt, top - 3)
          .lineTo(width - marginPt, top - 3)
          .stroke(line);
        for (const [row, broken] of lines.entries()) {
          drawLine(pdf, broken, { x: marginPt, y: top + row * leading * sizePt, sizePt });
        }
        const x = width - marginPt - measure(number);
        const y = top + (lines.length - 1) * leading * sizePt;
        drawLine(pdf, { runs: [number] }, { x, y, sizePt });
      },
      'Pagination',
    );
  }
}

function linesOf(pdf: Pdf, { text }: Footer): Line[] {
  const widthPt = pdf.page.width - 2 * marginPt;
  const measure = measureAt(pdf, sizePt);
  const lines = breakLines([quiet(text)], widthPt, measure);
  const last = lines.at(-1)?.runs.reduce((sum, run) => sum + measure(run), 0) ?? 0;
  return last <= widthPt - pageNumberPt ? lines : [...lines, { runs: [] }];
}
