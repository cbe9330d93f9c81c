/** What "worse with respect to a red flag" means, read off the rules themselves. */
import type { Answer } from '@/lib/triage/answers';
import type { Finding, KnowledgeBase, Question } from '@/lib/triage/knowledge-base';
import { comparisonsOf } from '@/lib/triage/knowledge-base';
import { ruleBookOf } from '@/lib/triage/rule-book';
import { meets } from '../rules/meets';

export function fieldOf(base: KnowledgeBase, id: string): Question | Finding {
  const field = [...base.questions, ...base.findings].find((one) => one.id === id);
  if (!field) throw new Error(`no field ${id}`);
  return field;
}

/**
 * Whether an answer meets every comparison that another meets, in every rule, and one of a red
 * flag more. A question that decides whether others are asked is left out: changing it changes
 * what is asked.
 */
export function dominates(
  base: KnowledgeBase,
  field: string,
  worse: Answer,
  than: Answer | undefined,
): boolean {
  if (than === undefined || decidesWhatIsAsked(base, field)) return false;
  const all = ruleBookOf(base).rules.flatMap(({ when }) => comparisonsOf(when));
  const about = all.filter(({ fact }) => fact === field);
  const flags = base.redFlags.flatMap(({ when }) => comparisonsOf(when));
  const gained = flags.filter(
    (one) => one.fact === field && meets(worse, one) && !meets(than, one),
  );
  return gained.length > 0 && about.every((one) => !meets(than, one) || meets(worse, one));
}

function decidesWhatIsAsked({ questions, findings }: KnowledgeBase, field: string) {
  return [...questions, ...findings]
    .map(({ askWhen }) => askWhen)
    .flatMap((when) => (when ? comparisonsOf(when) : []))
    .some(({ fact }) => fact === field);
}
