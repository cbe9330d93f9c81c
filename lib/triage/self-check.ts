/** The way of the self-check: which questions are asked, given the answers so far. */
import type { Answers } from './answers';
import type { KnowledgeBase, Question } from './knowledge-base';
import { twinOf } from './twin';

/**
 * The questions to ask, in order. One whose `askWhen` is open is asked: only a known answer can
 * make it needless.
 */
export function questionsToAsk(base: KnowledgeBase, answers: Answers): Question[] {
  const { evaluate, isAsked } = twinOf(base);
  const evaluation = evaluate({ audience: 'patient', answers });
  return base.questions.filter(({ id }) => isAsked(evaluation, id));
}

/** The answers without those to questions that are no longer asked. */
export function dropUnasked(base: KnowledgeBase, answers: Answers): Answers {
  const asked = new Set(questionsToAsk(base, answers).map(({ id }) => id));
  const kept = Object.entries(answers).filter(([id]) => asked.has(id));
  if (kept.length === Object.keys(answers).length) return answers;
  return dropUnasked(base, Object.fromEntries(kept));
}
