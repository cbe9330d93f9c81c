/** What a page is filled with, from top to bottom; no page is broken within one. */
export interface Piece {
  readonly heightPt: number;
  /** The space above it, none at the top of a page. */
  readonly gapPt: number;
  /** Stays on the page of the next, as a heading does. */
  readonly isKept?: boolean;
  /** With all that follows it stands at the foot of a page. */
  readonly isAtFoot?: boolean;
  /** Drawn above it where it begins a page: the head of a table. */
  readonly head?: Piece;
  /** @param y its upper edge, in points from that of the page */
  readonly draw: (x: number, y: number) => void;
}

/** The height of pieces below one another, without the gap above the first. */
export function heightOf(pieces: readonly Piece[]): number {
  return pieces.reduce(
    (sum, { heightPt, gapPt }, place) => sum + heightPt + (place > 0 ? gapPt : 0),
    0,
  );
}

/** Draws pieces below one another, without the gap above the first. */
export function drawDown(pieces: readonly Piece[], x: number, y: number): void {
  let at = y;
  for (const [place, piece] of pieces.entries()) {
    if (place > 0) at += piece.gapPt;
    piece.draw(x, at);
    at += piece.heightPt;
  }
}
