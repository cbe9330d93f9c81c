/** What "worse with respect to a red flag" means, read off the rules themselves. */
import type { Answer } from '@/lib/triage/answers';
import type { Finding, KnowledgeBase, Question } from '@/lib/triage/knowledge-base';
import { comparisonsOf } from '@/lib/triage/knowledge-base';
import { ruleBookOf } from '@/lib/triage/rule-book';
import type { Comparison, When } from '@/lib/triage/schema';
import { meets } from './meets';

export function fieldOf(base: KnowledgeBase, id: string): Question | Finding {
  const field = [...base.questions, ...base.findings].find((one) => one.id === id);
  if (!field) throw new Error(`no field ${id}`);
  return field;
}

/**
 * Whether an answer meets every comparison that another meets, in every rule, and one of a red
 * flag more, and none more that makes anything milder. A question that decides whether others are
 * asked is left out: changing it changes what is asked.
 */
export function dominates(
  base: KnowledgeBase,
  field: string,
  worse: Answer,
  than: Answer | undefined,
): boolean {
  const { all, flags, milder, deciding } = readingsOf(base);
  if (than === undefined || deciding.has(field)) return false;
  const isGained = (one: Comparison) => meets(worse, one) && !meets(than, one);
  return (
    (flags.get(field) ?? []).some(isGained) &&
    !(milder.get(field) ?? []).some(isGained) &&
    (all.get(field) ?? []).every((one) => !meets(than, one) || meets(worse, one))
  );
}

/**
 * Who reads a fact: the comparisons of all rules but those of milder forms, those of the red flags,
 * those of milder forms, and what asks by it.
 */
interface Readings {
  readonly all: ReadonlyMap<string, readonly Comparison[]>;
  readonly flags: ReadonlyMap<string, readonly Comparison[]>;
  readonly milder: ReadonlyMap<string, readonly Comparison[]>;
  readonly deciding: ReadonlySet<string>;
}

const readings = new WeakMap<KnowledgeBase, Readings>();

function readingsOf(base: KnowledgeBase): Readings {
  const known = readings.get(base);
  if (known) return known;
  const asks = [...base.questions, ...base.findings].flatMap(({ askWhen }) => askWhen ?? []);
  const { rules, flags, conditions } = ruleBookOf(base);
  const milder = new Set([...flags, ...conditions].flatMap((one) => one.milder ?? []));
  const made = {
    all: byFact(rules.filter((rule) => !milder.has(rule)).map(({ when }) => when)),
    flags: byFact(base.redFlags.map(({ when }) => when)),
    milder: byFact([...milder].map(({ when }) => when)),
    deciding: new Set(byFact(asks).keys()),
  };
  readings.set(base, made);
  return made;
}

function byFact(whens: readonly When[]): Map<string, Comparison[]> {
  const sorted = new Map<string, Comparison[]>();
  for (const one of whens.flatMap(comparisonsOf)) {
    sorted.set(one.fact, [...(sorted.get(one.fact) ?? []), one]);
  }
  return sorted;
}
