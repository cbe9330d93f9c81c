/**
 * answers -> Assessment, as fast as a server needs it, on json-rules-engine's word.
 *
 * The twin walks, and json-rules-engine judges every rule of every input: each comparison and each
 * list of them once for every case that it can tell apart (`recheck`). Where the two differ, and
 * from then on for good, the Assessment is the one that json-rules-engine makes afresh.
 */
import type { Input } from './answers';
import { assess, conclude } from './assess';
import type { Assessment } from './assessment';
import type { KnowledgeBase } from './knowledge-base';
import { makeRecheck } from './recheck';
import { twinOf } from './twin';

export type AssessAt = (input: Input, at: Date) => Promise<Assessment>;

/**
 * At most one input in so long is assessed afresh as well, and compared to the byte: each one where
 * few come, and a small share of the time, some 30 ms each, where many do.
 */
const comparedEveryMs = 2_000;

/**
 * @param onDifference told once, with the ids of the rules on which the two differ; where there are
 * none, the Assessments differ all the same
 * @param twin of the knowledge base
 */
export function makeRejudgingAssess(
  base: KnowledgeBase,
  onDifference: (rules: readonly string[]) => void,
  twin = twinOf(base),
): AssessAt {
  const recheck = makeRecheck(twin);
  let isTrusted = true;
  let comparedMs = -Infinity;
  const distrust = (rules: readonly string[]) => {
    if (isTrusted) onDifference(rules);
    isTrusted = false;
  };

  return async (input, at) => {
    if (!isTrusted) return assess(base, input, at);
    const explored = twin.evaluate(input);
    const rules = await recheck(input, explored);
    if (rules.length > 0) {
      distrust(rules);
      return assess(base, input, at);
    }
    const assessment = conclude(twin.book, input, explored, at);
    if (performance.now() - comparedMs < comparedEveryMs) return assessment;
    comparedMs = performance.now();
    const afresh = await assess(base, input, at);
    if (JSON.stringify(afresh) !== JSON.stringify(assessment)) distrust([]);
    return afresh;
  };
}
