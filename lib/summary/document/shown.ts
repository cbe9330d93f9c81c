import { shownMax } from '../shown-max';

/**
 * How much of each part stands on the first page; the detail has all of it. Of the red flags present,
 * of what is not excluded, of where and by when nothing is ever left out.
 */
export interface Shown {
  /** As lines of their own; the others follow in one. */
  readonly tests: number;
  readonly otherTests: number;
  readonly examine: number;
  /** Answers behind one red flag. */
  readonly because: number;
  /** The red flags present in one line for each level, else each on a line of its own. */
  readonly presentByLevel: boolean;
  readonly excluded: number;
  readonly conditions: number;
  /** For and against one condition. */
  readonly reasons: number;
  /** Where it hurts and how it came: drawn, in words only, or left out. */
  readonly leg: 'drawn' | 'in-words' | 'left-out';
  readonly answers: number;
  readonly unknowns: number;
  readonly instruments: number;
  readonly steps: number;
  readonly avoid: number;
  readonly safetyNet: number;
  /** Letters of each text that a clinician wrote. */
  readonly prose: number;
}

const everything: Shown = {
  ...shownMax,
  otherTests: Number.POSITIVE_INFINITY,
  presentByLevel: false,
  reasons: 2,
  leg: 'drawn',
  prose: 600,
};

/** What goes when the page is full, the least important first. */
const shortenings: readonly Partial<Shown>[] = [
  { excluded: 0 },
  { steps: 2, avoid: 2, safetyNet: 1 },
  { answers: 5, unknowns: 4, instruments: 2, examine: 4 },
  { because: 1 },
  { steps: 1, avoid: 1 },
  { reasons: 1 },
  { leg: 'in-words' },
  { steps: 0 },
  { conditions: 3, prose: 200 },
  { answers: 0, instruments: 0 },
  { reasons: 0 },
  { unknowns: 0, examine: 2 },
  { because: 0 },
  { tests: 2, presentByLevel: true },
  { tests: 0, examine: 0, conditions: 1 },
  { otherTests: 16, leg: 'left-out', prose: 0 },
];

/** What the detail has to have of each part, or more. */
export const leastShown: Shown = Object.assign({}, everything, ...shortenings);

/** From everything to what is never left out. */
export const everShorter: readonly [Shown, ...Shown[]] = [
  everything,
  ...shortenings.map((_, place) =>
    Object.assign({}, everything, ...shortenings.slice(0, place + 1)),
  ),
];
