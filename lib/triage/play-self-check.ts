/** A self-check played against answers that are known: how many of the questions does it need? */
import type { Answer, Input } from './answers';
import { isQuestion } from './facts';
import { chooseQuestion, stateOfSelfCheck } from './next-question';
import type { Twin } from './twin';

export interface PlayedSelfCheck {
  /** The answers that were revealed. Findings are known from the start: nobody is asked for them. */
  readonly input: Input;
  /** The ids of the questions, in the order in which they were asked. */
  readonly asked: readonly string[];
}

/** Asks one question after another; only what is asked is revealed. */
export function playSelfCheck(twin: Twin, whole: Input): PlayedSelfCheck {
  const isFinding = (id: string) => {
    const field = twin.book.fields.get(id);
    return field !== undefined && !isQuestion(field);
  };
  const findings = Object.entries(whole.answers).filter(([id]) => isFinding(id));
  const answers: Record<string, Answer> = Object.fromEntries(findings);
  const asked: string[] = [];
  for (;;) {
    const input = { ...whole, answers };
    const question = chooseQuestion(twin, stateOfSelfCheck(twin, input, asked));
    if (!question) return { input, asked };
    asked.push(question.id);
    const answer = whole.answers[question.id];
    if (answer !== undefined) answers[question.id] = answer;
  }
}
