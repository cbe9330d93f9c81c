/** Random answers that the questionnaire admits. */
import fc from 'fast-check';
import type { Answer, Answers, Audience } from '@/lib/triage/answers';
import { fieldsFor } from '@/lib/triage/answers';
import {
  comparisonsOf,
  type Finding,
  type KnowledgeBase,
  type Question,
} from '@/lib/triage/knowledge-base';
import { ruleBookOf } from '@/lib/triage/rule-book';

/** Any valid answer to one question or finding; of the numbers, mostly those about a rule's bounds. */
export function arbitraryAnswer(
  base: KnowledgeBase,
  field: Question | Finding,
): fc.Arbitrary<Answer> {
  const options = field.options ?? [];
  switch (field.type) {
    case 'single':
      return fc.constantFrom(...options.map(({ value }) => value));
    case 'multiple': {
      const alone = options.filter(({ exclusive }) => exclusive).map(({ value }) => [value]);
      const others = options.filter(({ exclusive }) => !exclusive).map(({ value }) => value);
      const several = fc.subarray(others, { minLength: 1, maxLength: 3 });
      return alone.length > 0 ? fc.oneof(fc.constantFrom(...alone), several) : several;
    }
    case 'number': {
      const { minimum = 0, maximum = 0 } = field;
      const anywhere = fc.integer({ min: Math.ceil(minimum), max: Math.floor(maximum) });
      const near = numbersAbout(base, field.id)
        .flatMap((bound) => [bound - 1, bound, bound + 1])
        .filter((number) => number >= minimum && number <= maximum);
      return near.length === 0
        ? anywhere
        : fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...near) }, anywhere);
    }
  }
}

/** Answers to a random part of the questions; the dangerous ones are rare, as they are in life. */
export function arbitraryAnswers(base: KnowledgeBase, audience: Audience): fc.Arbitrary<Answers> {
  const harmless = fc.boolean();
  const entries = fieldsFor(base, audience).map((field) =>
    fc
      .tuple(fc.nat({ max: 9 }), harmless, arbitraryAnswer(base, field))
      .map(([share, calm, answer]) => {
        if (share < 3) return [];
        return [[field.id, calm ? (harmlessAnswer(field) ?? answer) : answer] as const];
      }),
  );
  return fc.tuple(...entries).map((parts) => Object.fromEntries(parts.flat()));
}

/** The bounds that rules set to a number. */
function numbersAbout(base: KnowledgeBase, fact: string): number[] {
  const comparisons = ruleBookOf(base).rules.flatMap(({ when }) => comparisonsOf(when));
  const values = comparisons.filter((one) => one.fact === fact).map(({ value }) => value);
  return [...new Set(values)].filter((value) => typeof value === 'number');
}

/** "None of these", or the first option, which is the harmless one where there is one. */
function harmlessAnswer({ type, options = [] }: Question | Finding): Answer | undefined {
  const none = options.find(
    ({ exclusive, value }) => exclusive || ['no', 'none', 'normal', 'negative'].includes(value),
  );
  if (!none) return undefined;
  return type === 'multiple' ? [none.value] : none.value;
}
