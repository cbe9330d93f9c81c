import type { Block, Columns } from '../document/document';
import { drawDown, heightOf, type Piece } from './piece';
import type { Sheet } from './sheet';

/**
 * Blocks beside one another, read column by column.
 * @param layAll lays out the blocks of one column
 */
export function layColumns(
  { columns }: Columns,
  widthPt: number,
  sheet: Sheet,
  layAll: (blocks: readonly Block[], widthPt: number, sheet: Sheet) => Piece[],
): Piece[] {
  const gutter = 1.8 * sheet.sizePt;
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  const free = widthPt - gutter * (columns.length - 1);
  let at = 0;
  const laid = columns.map(({ share, blocks }) => {
    const width = (free * share) / shares;
    const x = at;
    at += width + gutter;
    const pieces = layAll(blocks, width, sheet);
    return { x, pieces };
  });
  const gapPt = Math.max(...laid.map(({ pieces }) => pieces[0]?.gapPt ?? 0));
  return [
    {
      heightPt: Math.max(...laid.map(({ pieces }) => heightOf(pieces))),
      gapPt,
      draw: (x, y) => {
        for (const { x: offset, pieces } of laid) drawDown(pieces, x + offset, y);
      },
    },
  ];
}
