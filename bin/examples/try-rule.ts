/** What a rule and its mutants say of answers, by the compiled twin. */
import type { Answers } from '@/lib/triage/answers';
import { compileRules } from '@/lib/triage/compiled-rules';
import type { Truth } from '@/lib/triage/engine';
import type { Rule } from '@/lib/triage/ruled';
import type { Twin } from '@/lib/triage/twin';
import { type Mutant, mutantsOf } from './mutants';

export interface TriedRule {
  readonly rule: Rule;
  readonly mutants: readonly Mutant[];
  readonly judge: (answers: Answers) => Truth;
  /** The places of the mutants that say something else than the rule. */
  readonly tellApart: (answers: Answers) => number[];
}

export function tryRule(twin: Twin, rule: Rule): TriedRule {
  const { book } = twin;
  const mutants = mutantsOf(book, rule.when);
  const own = [rule.when, ...mutants.map(({ when }) => when)];
  const { judge } = compileRules(
    own.map((when, place) => ({ id: rule.id, when, place })),
    twin.packingFor,
  );
  // What is asked follows from the answers as they were given.
  const asksFirst = rule.place < book.asks.size;
  const factsOf = (answers: Answers) => {
    const { answered, facts } = twin.evaluate({ audience: 'clinician', answers });
    return asksFirst ? answered : facts;
  };
  return {
    rule,
    mutants,
    judge: (answers) => judge(0, factsOf(answers)),
    tellApart: (answers) => {
      const facts = factsOf(answers);
      const said = judge(0, facts);
      return [...mutants.keys()].filter((place) => judge(place + 1, facts) !== said);
    },
  };
}
