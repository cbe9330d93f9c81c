import type { Block } from '../document/document';
import { layColumns } from './lay-columns';
import { layBlank, layCut } from './lay-form';
import { layLegMap } from './lay-leg-map';
import { layList } from './lay-list';
import { layQr } from './lay-qr';
import { layTable } from './lay-table';
import { layHeading, layParagraph } from './lay-text';
import { layUrgency } from './lay-urgency';
import type { Piece } from './piece';
import type { Sheet } from './sheet';

/** The pieces of blocks below one another. Nothing is drawn yet. */
export function layBlocks(blocks: readonly Block[], widthPt: number, sheet: Sheet): Piece[] {
  return blocks.flatMap((block) => layBlock(block, widthPt, sheet));
}

function layBlock(block: Block, widthPt: number, sheet: Sheet): Piece[] {
  switch (block.kind) {
    case 'heading':
      return layHeading(block, widthPt, sheet);
    case 'paragraph':
      return layParagraph(block, widthPt, sheet);
    case 'list':
      return layList(block, widthPt, sheet);
    case 'table':
      return layTable(block, widthPt, sheet);
    case 'columns':
      return layColumns(block, widthPt, sheet, layBlocks);
    case 'urgency':
      return layUrgency(block, widthPt, sheet);
    case 'leg-map':
      return layLegMap(block, widthPt, sheet);
    case 'qr':
      return layQr(block, widthPt, sheet);
    case 'blank':
      return layBlank(block.label, widthPt, sheet);
    case 'cut':
      return layCut(block.label, widthPt, sheet);
  }
}
