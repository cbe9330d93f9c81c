import type { Answers } from '../triage/answers';
import type { KnowledgeBase } from '../triage/knowledge-base';
import { sayTo, type Voice } from '../triage/voice';
import { fieldPlaces } from './field-places';
import type { Leg } from './summary';

/** Where it hurts, and on which side. */
export function describeLeg(base: KnowledgeBase, answers: Answers, voice: Voice): Leg {
  const chosenOf = (id: string) => {
    const answer = answers[id];
    const chosen = typeof answer === 'object' ? answer : [answer];
    const options = base.questions.find((question) => question.id === id)?.options ?? [];
    return options
      .filter(({ value, unknown }) => !unknown && chosen.includes(value))
      .map((option) => ({ value: option.value, name: sayTo(option, voice) }));
  };
  const [side] = chosenOf(fieldPlaces.side);
  return {
    areas: chosenOf(fieldPlaces.area),
    side: side?.value ?? null,
    sideName: side?.name ?? null,
  };
}
