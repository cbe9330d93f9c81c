import { useId } from 'react';

export interface EvidencePiece {
  readonly id: string;
  /** What it multiplies the odds by. */
  readonly weight: number;
  readonly basis: 'published' | 'consensus';
}

interface EvidenceBarProps {
  readonly present: readonly EvidencePiece[];
  readonly open?: readonly EvidencePiece[];
  /** The weight at which a side of the bar is full. */
  readonly fullWeight: number;
  /** What the bar shows, in words. */
  readonly label: string;
}

const half = 100;
const height = 14;
const gap = 1;

/**
 * What speaks for a condition to the right, against it to the left, each piece as long as its
 * logarithm: published solid, consensus outlined, still open hatched.
 */
export function EvidenceBar({ present, open = [], fullWeight, label }: EvidenceBarProps) {
  const id = useId();
  const hatch = `${id}-hatch`;
  const pieces = place(present, open, half / Math.log(fullWeight));
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`${-half - 1} 0 ${2 * half + 2} ${height}`}
      className="block h-3.5 w-full max-w-52"
    >
      <defs>
        <pattern
          id={hatch}
          width="4"
          height="4"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <path d="M0 0V4" className="stroke-quiet" strokeWidth="1.5" />
        </pattern>
      </defs>
      {pieces.map((piece) => (
        <rect
          key={piece.id}
          x={piece.x}
          y="2.5"
          width={piece.width}
          height={height - 5}
          strokeWidth="1.5"
          vectorEffect="non-scaling-stroke"
          className={piece.isOpen ? 'stroke-quiet' : 'fill-accent stroke-accent'}
          style={{ fill: fillOf(piece, hatch) }}
        />
      ))}
      <path d={`M0 0V${height}`} className="stroke-ink" strokeWidth="1" />
    </svg>
  );
}

interface PlacedPiece {
  readonly id: string;
  readonly x: number;
  readonly width: number;
  readonly isOpen: boolean;
  readonly isPublished: boolean;
}

function fillOf({ isOpen, isPublished }: PlacedPiece, hatch: string): string | undefined {
  if (isOpen) return `url(#${hatch})`;
  return isPublished ? undefined : 'var(--color-paper)';
}

/** Lays the pieces outwards from the middle; what goes beyond the end is cut off there. */
function place(
  present: readonly EvidencePiece[],
  open: readonly EvidencePiece[],
  unitsPerLog: number,
): PlacedPiece[] {
  const reach = { left: 0, right: 0 };
  const lay = (isOpen: boolean) => (piece: EvidencePiece) => {
    const side = piece.weight > 1 ? 'right' : 'left';
    const from = reach[side];
    const to = Math.min(half, from + Math.abs(Math.log(piece.weight)) * unitsPerLog);
    reach[side] = to;
    const width = Math.max(0, to - from - gap);
    const x = side === 'right' ? from + gap : -to;
    return { id: piece.id, x, width, isOpen, isPublished: piece.basis === 'published' };
  };
  return [...present.map(lay(false)), ...open.map(lay(true))].filter(({ width }) => width > 0);
}
