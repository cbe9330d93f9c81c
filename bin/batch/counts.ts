import { z } from 'zod';
import type { Assessment } from '@/lib/triage/assessment';

const byId = z.record(z.string(), z.number());

export const countsSchema = z.strictObject({
  /** Those that were assessed. */
  rows: z.number(),
  rowsWithErrors: z.number(),
  errors: z.number(),
  /** Rows whose Assessment json-rules-engine made once more, whole. */
  rowsOnEngine: z.number(),
  /** Rows of which json-rules-engine had the last word on every rule. */
  rowsRechecked: z.number(),
  urgency: byId,
  redFlags: byId,
  firstCondition: byId,
});

/** What a batch has come to so far. */
export type Counts = z.infer<typeof countsSchema>;

export function noCounts(): Counts {
  return {
    rows: 0,
    rowsWithErrors: 0,
    errors: 0,
    rowsOnEngine: 0,
    rowsRechecked: 0,
    urgency: {},
    redFlags: {},
    firstCondition: {},
  };
}

/** Counts one Assessment in. */
export function countAssessment(counts: Counts, { urgency, redFlags, ranking }: Assessment): void {
  counts.rows += 1;
  add(counts.urgency, urgency, 1);
  for (const { id } of redFlags) add(counts.redFlags, id, 1);
  const [first] = ranking;
  if (first) add(counts.firstCondition, first.condition, 1);
}

/** Adds `more` to `counts`. */
export function addCounts(counts: Counts, more: Counts): void {
  counts.rows += more.rows;
  counts.rowsWithErrors += more.rowsWithErrors;
  counts.errors += more.errors;
  counts.rowsOnEngine += more.rowsOnEngine;
  counts.rowsRechecked += more.rowsRechecked;
  for (const group of ['urgency', 'redFlags', 'firstCondition'] as const) {
    for (const [id, count] of Object.entries(more[group])) add(counts[group], id, count);
  }
}

function add(group: Record<string, number>, id: string, count: number): void {
  group[id] = (group[id] ?? 0) + count;
}
