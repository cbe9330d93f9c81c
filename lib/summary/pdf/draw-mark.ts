import { strong } from '../document/document';
import { ink } from './palette';
import { marginPt } from './paper';
import { drawLine, leading, measureAt } from './sheet';
import { drawArtifact, Tag } from './tag';

type Pdf = PDFKit.PDFDocument;

const sizePt = 12;
const paddingPt = 3;
const gapPt = 6;
const framePt = leading * sizePt + 2 * paddingPt;

/** With the space below it; nothing where there is no mark. */
export function markHeight(mark: string | null): number {
  return mark === null ? 0 : framePt + gapPt;
}

/** At the head of the first page, before everything else, so that it is also read first. */
export function drawFirstMark(pdf: Pdf, mark: string, parent: Tag): void {
  drawArtifact(pdf, () => drawFrame(pdf));
  new Tag('P', parent).mark(pdf, () => drawText(pdf, mark));
}

/** At the head of every further page: a screen reader has read it on the first. */
export function drawFurtherMarks(pdf: Pdf, mark: string): void {
  const { start, count } = pdf.bufferedPageRange();
  for (let place = start + 1; place < start + count; place++) {
    pdf.switchToPage(place);
    drawArtifact(
      pdf,
      () => {
        drawFrame(pdf);
        drawText(pdf, mark);
      },
      'Pagination',
    );
  }
}

function drawFrame(pdf: Pdf): void {
  pdf
    .lineWidth(1.5)
    .rect(marginPt, marginPt, pdf.page.width - 2 * marginPt, framePt)
    .stroke(ink);
}

function drawText(pdf: Pdf, mark: string): void {
  const run = strong(mark);
  const x = (pdf.page.width - measureAt(pdf, sizePt)(run)) / 2;
  drawLine(pdf, { runs: [run] }, { x, y: marginPt + paddingPt, sizePt });
}
