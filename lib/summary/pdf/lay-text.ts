import type { Heading, Paragraph, Run } from '../document/document';
import { strong } from '../document/document';
import { breakLines, type Line } from './break-lines';
import { line } from './palette';
import type { Piece } from './piece';
import { drawLine, measureAt, type Sheet } from './sheet';
import { drawArtifact, Tag } from './tag';

interface TextOptions {
  readonly gapPt: number;
  readonly sizePt?: number;
  readonly colour?: string;
}

/** The lines of a text, each a piece: a long text flows from page to page. */
export function layRuns(
  runs: readonly Run[],
  widthPt: number,
  { pdf, ...sheet }: Sheet,
  tag: Pick<Tag, 'mark'>,
  { gapPt, sizePt = sheet.sizePt, colour }: TextOptions,
): Piece[] {
  const lines = breakLines(runs, widthPt, measureAt(pdf, sizePt));
  return lines.map((broken, place) => ({
    heightPt: sheet.leading * sizePt,
    gapPt: place === 0 ? gapPt : 0,
    // No line of a text stands alone on a page.
    isKept: lines.length > 1 && (place === 0 || place === lines.length - 2),
    draw: (x, y) =>
      tag.mark(pdf, () =>
        drawLine(pdf, place < lines.length - 1 ? endWord(broken) : broken, {
          x,
          y,
          sizePt,
          ...(colour && { colour }),
        }),
      ),
  }));
}

/** With the space that stands between this line and the next: who only listens needs it. */
function endWord({ runs, isCut = false }: Line): Line {
  const last = runs.at(-1);
  if (isCut || !last) return { runs };
  return { runs: [...runs.slice(0, -1), { ...last, text: `${last.text} ` }] };
}

export function layParagraph(
  { runs, isLarge = false }: Paragraph,
  widthPt: number,
  sheet: Sheet,
): Piece[] {
  const sizePt = sheet.sizePt * (isLarge ? 1.15 : 1);
  const tag = new Tag('P', sheet.parent);
  return layRuns(runs, widthPt, sheet, tag, { gapPt: 0.25 * sheet.sizePt, sizePt });
}

const headingSizes = { 1: 1.5, 2: 1.12, 3: 1 } as const;
const headingGaps = { 1: 0.8, 2: 0.95, 3: 0.55 } as const;

/** A heading stays with what it heads; a line is drawn above one of the second level. */
export function layHeading({ level, text }: Heading, widthPt: number, sheet: Sheet): Piece[] {
  const { pdf } = sheet;
  const tag = new Tag(`H${level}`, sheet.parent);
  const sizePt = sheet.sizePt * headingSizes[level];
  const gapPt = sheet.sizePt * headingGaps[level];
  return layRuns([strong(text)], widthPt, sheet, tag, { gapPt, sizePt }).map((piece, place) => ({
    ...piece,
    isKept: true,
    draw: (x, y) => {
      if (place === 0 && level < 3) pdf.outline.addItem(text);
      if (place === 0 && level === 2) {
        const at = y - 0.3 * sheet.sizePt;
        drawArtifact(pdf, () =>
          pdf
            .lineWidth(0.5)
            .moveTo(x, at)
            .lineTo(x + widthPt, at)
            .stroke(line),
        );
      }
      piece.draw(x, y);
    },
  }));
}
