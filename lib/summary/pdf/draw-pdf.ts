/** Document -> PDF: tagged for screen readers (PDF/UA), fonts embedded, the same bytes every time. */
import PDFDocument from 'pdfkit';
import type { Document, Section } from '../document/document';
import { drawFooters, footerHeight } from './draw-footers';
import { drawFirstMark, drawFurtherMarks, markHeight } from './draw-mark';
import { fonts } from './fonts';
import { layBlocks } from './lay-blocks';
import { marginPt, type PaperSize, pdfkitNames } from './paper';
import { heightOf, type Piece } from './piece';
import { leading, tightLeading } from './sheet';
import { Tag } from './tag';

type Pdf = PDFKit.PDFDocument;

/** The bytes of the file. */
export async function drawPdf(document: Document, paper: PaperSize): Promise<Uint8Array> {
  const pdf = openPdf(document, paper);
  const bytes = collect(pdf);
  const root = new Tag('Document', null);
  const { mark, sections } = document;
  const top = marginPt + markHeight(mark);
  for (const [place, section] of sections.entries()) {
    pdf.addPage();
    if (mark !== null && place === 0) drawFirstMark(pdf, mark, root);
    const bottom = pdf.page.height - marginPt - footerHeight(pdf, document.footer);
    flow(pdf, fitSection(pdf, section, root, bottom - top), { top, bottom });
  }
  if (mark !== null) drawFurtherMarks(pdf, mark);
  drawFooters(pdf, document.footer);
  pdf.end();
  return bytes;
}

function openPdf({ title, language, subject, keywords, madeAt }: Document, paper: PaperSize): Pdf {
  const { regular, bold } = fonts();
  const date = new Date(madeAt);
  const pdf = new PDFDocument({
    size: pdfkitNames[paper],
    // Pages are broken here and not by pdfkit.
    margin: 0,
    autoFirstPage: false,
    bufferPages: true,
    pdfVersion: '1.7',
    // @ts-expect-error The types do not know this subset yet.
    subset: 'PDF/UA',
    tagged: true,
    displayTitle: true,
    lang: language,
    font: '',
    info: {
      Title: title,
      Author: 'Surae',
      Creator: 'Surae',
      Subject: subject,
      Keywords: keywords.join('; '),
      CreationDate: date,
      ModDate: date,
    },
  });
  pdf.registerFont('regular', regular).registerFont('bold', bold);
  for (const font of ['regular', 'bold']) nameMissingLetter(pdf.font(font));
  return pdf;
}

/** pdfkit says that the sign for a letter which the font lacks means U+0000; PDF/UA forbids that. */
function nameMissingLetter(pdf: Pdf): void {
  pdf._font.unicode[0] = [0xfffd];
}

async function collect(pdf: Pdf): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  for await (const part of pdf) parts.push(part);
  return Buffer.concat(parts);
}

/** The pieces of the first draft that fits one page, else of the last. */
function fitSection(pdf: Pdf, { drafts }: Section, parent: Tag, heightPt: number): Piece[] {
  const widthPt = pdf.page.width - 2 * marginPt;
  let pieces: Piece[] = [];
  for (const { blocks, sizePt, isTight } of drafts) {
    pieces = layBlocks(blocks, widthPt, {
      pdf,
      sizePt,
      parent,
      leading: isTight ? tightLeading : leading,
    });
    if (heightOf(pieces) <= heightPt + roundingPt) break;
  }
  return pieces;
}

/** What sums of many heights may be off by. */
const roundingPt = 0.01;

/** Where the content of each page stands, from its upper edge. */
interface Space {
  readonly top: number;
  readonly bottom: number;
}

/** Fills pages from the current one on. */
function flow(pdf: Pdf, pieces: readonly Piece[], { top, bottom }: Space): void {
  let y = top;
  for (const [place, piece] of pieces.entries()) {
    const gap = y === top ? 0 : piece.gapPt;
    const needed = piece.isAtFoot ? heightOf(pieces.slice(place)) : keptHeight(pieces, place);
    if (y > top && y + gap + needed > bottom + roundingPt) {
      pdf.addPage();
      y = top;
      if (piece.head) {
        piece.head.draw(marginPt, y);
        y += piece.head.heightPt;
      }
    } else y += gap;
    if (piece.isAtFoot) y = Math.max(y, bottom - needed);
    piece.draw(marginPt, y);
    y += piece.heightPt;
  }
}

/** The height of a piece with those that it has to stay with. */
function keptHeight(pieces: readonly Piece[], place: number): number {
  const last = pieces.findIndex((piece, at) => at >= place && !piece.isKept);
  return heightOf(pieces.slice(place, last === -1 ? undefined : last + 1));
}
