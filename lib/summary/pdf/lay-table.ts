import { plain, type Run, strong, type Table } from '../document/document';
import { drawUrgencyShape } from './draw-urgency-shape';
import { layRuns } from './lay-text';
import { ink, line } from './palette';
import { drawDown, heightOf, type Piece } from './piece';
import type { Sheet } from './sheet';
import { drawArtifact, Tag } from './tag';

type Row = Table['rows'][number];

/** Rows between thin lines; the head stands again on every page that the table goes on to. */
export function layTable(table: Table, widthPt: number, sheet: Sheet): Piece[] {
  const { columns, rows } = table;
  const tag = new Tag('Table', sheet.parent);
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => (widthPt * share) / shares);
  const titles = columns.map(({ title }) => title);
  const head = layHead(titles, widths, sheet, new Tag('TR', new Tag('THead', tag)));
  const body = new Tag('TBody', tag);
  const again = { ...head, draw: drawHeadAgain(titles, widths, sheet) };
  return [
    head,
    ...rows.map((row) => ({ ...layRow(row, widths, sheet, new Tag('TR', body)), head: again })),
  ];
}

function layHead(
  titles: readonly string[],
  widths: readonly number[],
  sheet: Sheet,
  tag: Tag,
): Piece {
  const cells = titles.map((title, place) => ({
    runs: [strong(title)],
    widthPt: widths[place] ?? 0,
    tag: new Tag('TH', tag, { scope: 'Column' }),
  }));
  return { ...layCells(cells, sheet), isKept: true, gapPt: 0.3 * sheet.sizePt };
}

/** The same, passed over by a screen reader, which knows the head already. */
function drawHeadAgain(titles: readonly string[], widths: readonly number[], sheet: Sheet) {
  return (x: number, y: number) => {
    const silent = { mark: (pdf: Sheet['pdf'], draw: () => void) => drawArtifact(pdf, draw) };
    const cells = titles.map((title, place) => ({
      runs: [strong(title)],
      widthPt: widths[place] ?? 0,
      tag: silent,
    }));
    layCells(cells, sheet).draw(x, y);
  };
}

function layRow({ urgency, cells }: Row, widths: readonly number[], sheet: Sheet, tag: Tag): Piece {
  const { pdf, sizePt } = sheet;
  const shapePt = 0.9 * sizePt;
  const inset = urgency ? 1.3 * sizePt : 0;
  const laid = cells.map((text, place) => ({
    runs: [plain(text)],
    widthPt: widths[place] ?? 0,
    tag: place === 0 ? new Tag('TH', tag, { scope: 'Row' }) : new Tag('TD', tag),
    insetPt: place === 0 ? inset : 0,
  }));
  const row = layCells(laid, sheet);
  return {
    ...row,
    draw: (x, y) => {
      if (urgency) {
        const top = y + 0.4 * sizePt;
        drawArtifact(pdf, () =>
          drawUrgencyShape(pdf, urgency, { x, y: top, sidePt: shapePt, colour: ink }),
        );
      }
      row.draw(x, y);
    },
  };
}

interface Cell {
  readonly runs: readonly Run[];
  readonly widthPt: number;
  readonly tag: Pick<Tag, 'mark'>;
  readonly insetPt?: number;
}

function layCells(cells: readonly Cell[], sheet: Sheet): Piece {
  const { pdf, sizePt } = sheet;
  const pad = 0.2 * sizePt;
  const gutter = sizePt;
  const laid = cells.map(({ runs, widthPt, tag, insetPt = 0 }, place) => ({
    x: cells.slice(0, place).reduce((sum, cell) => sum + cell.widthPt, insetPt),
    pieces: layRuns(runs, widthPt - insetPt - gutter, sheet, tag, { gapPt: 0 }),
  }));
  const heightPt = Math.max(...laid.map(({ pieces }) => heightOf(pieces))) + 2 * pad;
  const widthPt = cells.reduce((sum, cell) => sum + cell.widthPt, 0);
  return {
    heightPt,
    gapPt: 0,
    draw: (x, y) => {
      for (const { x: offset, pieces } of laid) drawDown(pieces, x + offset, y + pad);
      const under = y + heightPt;
      drawArtifact(pdf, () =>
        pdf
          .lineWidth(0.4)
          .moveTo(x, under)
          .lineTo(x + widthPt, under)
          .stroke(line),
      );
    },
  };
}
