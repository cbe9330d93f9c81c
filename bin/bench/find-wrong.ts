/** Who says something else than json-rules-engine, the evaluator of record. */
import type { Input } from '@/lib/triage/answers';
import { conclude } from '@/lib/triage/assess';
import { evaluate } from '@/lib/triage/evaluate';
import type { RuleBook } from '@/lib/triage/rule-book';
import type { Contender, ContenderName } from './contender';

export const assessedAt = new Date('2026-01-05T09:00:00Z');

/** The contenders whose truths, or whose whole Assessment, differ on any of the inputs; itself it is the measure. */
export async function findWrong(
  book: RuleBook,
  contenders: readonly Contender[],
  inputs: readonly Input[],
): Promise<ContenderName[]> {
  const wrong = new Set<ContenderName>();
  for (const input of inputs) {
    const right = await evaluate(book, input);
    const truths = JSON.stringify(right.truths);
    const assessment = JSON.stringify(conclude(book, input, right, assessedAt));
    for (const { name, judge, evaluate: evaluateWith } of contenders) {
      if (name === 'jsonRulesEngineNew') continue;
      const own = await evaluateWith(input);
      const isRight =
        JSON.stringify(await judge(input)) === truths &&
        JSON.stringify(conclude(book, input, own, assessedAt)) === assessment;
      if (!isRight) wrong.add(name);
    }
  }
  return [...wrong];
}
