/** How much of the Summary stands on the first page, on screen and paper alike; the detail has all. */
export const shownMax = {
  tests: 4,
  reasons: 2,
  examine: 6,
  present: 4,
  /** Answers behind one red flag. */
  because: 3,
  notExcluded: 5,
  excluded: 6,
  conditions: 5,
  answers: 8,
  unknowns: 6,
  instruments: 3,
  steps: 3,
  avoid: 3,
  safetyNet: 2,
} as const;
