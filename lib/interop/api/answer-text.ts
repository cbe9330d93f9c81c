/** What is posted, as text -> the Assessment, as text. */
import type { KnowledgeBase } from '../../triage/knowledge-base';
import type { AssessAt } from '../../triage/rejudging-assess';
import { encodeAssessment } from './encode-assessment';
import { type PointedFault, parseAssessRequest } from './parse-assess-request';

/** What an Assessment is answered with, or why there is none. */
export type Answered =
  /** The Assessment as JSON, in UTF-8. */
  | { readonly ok: true; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly ok: false; readonly reason: 'no-json' }
  /** Nobody was there to make it: trying again is safe. */
  | { readonly ok: false; readonly reason: 'unavailable' }
  | { readonly ok: false; readonly reason: 'not-valid'; readonly faults: readonly PointedFault[] };

/** @param at the clock, where the text brings none */
export async function answerText(
  base: KnowledgeBase,
  assess: AssessAt,
  text: string,
  at: Date,
): Promise<Answered> {
  const value = parseJson(text);
  if (value === undefined) return { ok: false, reason: 'no-json' };
  const parsed = parseAssessRequest(base, value);
  if (!parsed.ok) return { ok: false, reason: 'not-valid', faults: parsed.faults };
  const assessment = await assess(parsed.input, parsed.assessedAt ?? at);
  return { ok: true, bytes: encodeAssessment(assessment) };
}

/** undefined where it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
