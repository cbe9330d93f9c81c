/** What is posted to `/api/v1/assess`, and stands on a line of a batch. */
import { z } from 'zod';
import { type Input, validateInput } from '../../triage/answers';
import type { KnowledgeBase } from '../../triage/knowledge-base';
import { jsonPointerTo } from './json-pointer';

/** Where a fault stands, as a JSON pointer; empty for the whole. */
export interface PointedFault {
  readonly pointer: string;
  readonly message: string;
}

type AssessRequest =
  | { readonly ok: true; readonly input: Input; readonly assessedAt: Date | null }
  | { readonly ok: false; readonly faults: readonly PointedFault[] };

/** With it a result can be asked for again, byte for byte. */
export const assessedAtSchema = z.iso.datetime({
  offset: true,
  error: 'a time in ISO 8601 with its zone is needed, such as 2026-11-26T12:00:00Z',
});

/** The input and, where one was given, the clock; or every fault. */
export function parseAssessRequest(base: KnowledgeBase, value: unknown): AssessRequest {
  const { assessedAt, rest } = takeClock(value);
  const checked = validateInput(base, rest);
  const clock = assessedAtSchema.optional().safeParse(assessedAt);
  const faults = [
    ...(clock.success ? [] : clock.error.issues).map(({ message }) => ({
      pointer: '/assessedAt',
      message,
    })),
    ...(checked.ok ? [] : checked.faults).map(({ field, message }) => ({
      pointer: jsonPointerTo(value, field),
      message,
    })),
  ];
  if (!checked.ok || !clock.success) return { ok: false, faults };
  const time = clock.data === undefined ? null : new Date(clock.data);
  return { ok: true, input: checked.input, assessedAt: time };
}

function takeClock(value: unknown): { assessedAt: unknown; rest: unknown } {
  if (typeof value !== 'object' || value === null || !('assessedAt' in value)) {
    return { assessedAt: undefined, rest: value };
  }
  const { assessedAt, ...rest } = value;
  return { assessedAt, rest };
}
