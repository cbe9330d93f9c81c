/** Random answers that the questionnaire admits. */
import fc from 'fast-check';
import type { Answer, Answers, Audience } from '@/lib/triage/answers';
import { fieldsFor } from '@/lib/triage/answers';
import type { Finding, KnowledgeBase, Question } from '@/lib/triage/knowledge-base';

/** Any valid answer to one question or finding. */
export function arbitraryAnswer(field: Question | Finding): fc.Arbitrary<Answer> {
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
      return fc.integer({ min: Math.ceil(minimum), max: Math.floor(maximum) });
    }
  }
}

/** Answers to a random part of the questions; the dangerous ones are rare, as they are in life. */
export function arbitraryAnswers(base: KnowledgeBase, audience: Audience): fc.Arbitrary<Answers> {
  const harmless = fc.boolean();
  const entries = fieldsFor(base, audience).map((field) =>
    fc.tuple(fc.nat({ max: 9 }), harmless, arbitraryAnswer(field)).map(([share, calm, answer]) => {
      if (share < 3) return [];
      return [[field.id, calm ? (harmlessAnswer(field) ?? answer) : answer] as const];
    }),
  );
  return fc.tuple(...entries).map((parts) => Object.fromEntries(parts.flat()));
}

/** "None of these", or the first option, which is the harmless one where there is one. */
function harmlessAnswer({ type, options = [] }: Question | Finding): Answer | undefined {
  const none = options.find(
    ({ exclusive, value }) => exclusive || ['no', 'none', 'normal', 'negative'].includes(value),
  );
  if (!none) return undefined;
  return type === 'multiple' ? [none.value] : none.value;
}
