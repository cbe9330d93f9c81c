/** Answers and facts in words. */
import type { Answer } from './answers';
import type { Finding, Question } from './knowledge-base';
import type { RuleBook } from './rule-book';
import { say, sayTo, type Voice } from './voice';

/** The words of a question, or the name of a finding. */
export function describeField(field: Question | Finding, voice: Voice): string {
  return 'name' in field ? say(field.name, voice) : say(field[voice.audience], voice);
}

/** The answer in the words of its options, or the number with its unit. */
export function describeAnswer(field: Question | Finding, answer: Answer, voice: Voice): string {
  if (typeof answer === 'number') {
    return field.unit ? `${answer} ${say(field.unit, voice)}` : String(answer);
  }
  const chosen = typeof answer === 'string' ? [answer] : answer;
  return (field.options ?? [])
    .filter(({ value }) => chosen.includes(value))
    .map((option) => sayTo(option, voice))
    .join('; ');
}

/** What a rule read: the answer, or the name of the instrument whose score it was. */
export function describeFact(
  { fields, instruments }: Pick<RuleBook, 'fields' | 'instruments'>,
  fact: string,
  answer: Answer | undefined,
  voice: Voice,
): string {
  const field = fields.get(fact);
  if (field) {
    return answer === undefined
      ? describeField(field, voice)
      : describeAnswer(field, answer, voice);
  }
  const scored = instruments.find(({ instrument }) => instrument.id === fact);
  return scored ? say(scored.instrument.name, voice) : fact;
}
