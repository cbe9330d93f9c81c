import type { Statement } from '../summary';

/** In this order. */
export const sections = ['head', 'S', 'O', 'A', 'P', 'foot'] as const;

/** A line of the note. */
export interface Part {
  readonly section: (typeof sections)[number];
  readonly text: string;
  /** What is left out first has the lowest number; what has none is never left out. */
  readonly leaveOut?: number;
  /** What the reader is told is missing. */
  readonly name?: string;
}

/** A question and its answer, where there is one. */
export function stated({ label, answer }: Statement): string[] {
  return answer === null ? [] : [`${label}: ${answer}`];
}
