import { evaluate } from '@/lib/triage/evaluate';
import type { KnowledgeBase } from '@/lib/triage/knowledge-base';
import { ruleBookOf } from '@/lib/triage/rule-book';
import type { Contender } from '../contender';

/** As Surae runs it: a new Engine for each run, under both readings of the unknown. */
export function jsonRulesEngineNew(base: KnowledgeBase): Contender {
  const book = ruleBookOf(base);
  return {
    name: 'jsonRulesEngineNew',
    judge: async (input) => (await evaluate(book, input)).truths,
    evaluate: (input) => evaluate(book, input),
  };
}
