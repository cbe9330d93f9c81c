import type { Urgency } from '../triage/schema';

/** How a level looks beside its word: a shape, and how many of six segments are filled. */
export interface UrgencyShape {
  /** In a square of 24 units; a hole is cut by the even-odd rule. */
  readonly path: string;
  readonly filled: 1 | 2 | 3 | 4 | 5 | 6;
}

export const segmentCount = 6;

/** Screen, paper and PDF draw the same shapes: they tell the levels apart without colour. */
export const urgencyShapes: Readonly<Record<Urgency, UrgencyShape>> = {
  'emergency-now': {
    // The mark cut out of it tells it from the circle where both are small.
    path: 'M7.6 1.5H16.4L22.5 7.6V16.4L16.4 22.5H7.6L1.5 16.4V7.6ZM10.3 5V14H13.7V5ZM10.3 16V19.2H13.7V16Z',
    filled: 6,
  },
  'same-day': { path: 'M12 2L23 21.5H1Z', filled: 5 },
  'within-72h': { path: 'M12 1L23 12L12 23L1 12Z', filled: 4 },
  'within-2-weeks': { path: 'M3 3H21V21H3Z', filled: 3 },
  'routine-pt': { path: 'M12 2A10 10 0 1 0 12 22A10 10 0 1 0 12 2Z', filled: 2 },
  'self-care': {
    path: 'M12 2A10 10 0 1 0 12 22A10 10 0 1 0 12 2ZM12 5.5A6.5 6.5 0 1 0 12 18.5A6.5 6.5 0 1 0 12 5.5Z',
    filled: 1,
  },
};
