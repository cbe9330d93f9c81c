/** The way of the self-check: which questions are asked, given the answers so far. */
import type { Answers } from './answers';
import { evaluateRules, verdictOn } from './engine';
import { toFacts } from './facts';
import { askRules, type KnowledgeBase, type Question, ruleId } from './knowledge-base';

export type Questionnaire = Pick<KnowledgeBase, 'questionnaire' | 'questions' | 'findings'>;

/**
 * The questions to ask, in order. One whose `askWhen` is open is asked: only a known answer can
 * make it needless.
 */
export async function questionsToAsk(base: Questionnaire, answers: Answers): Promise<Question[]> {
  const asked = await evaluateRules(askRules(base), toFacts(base, answers));
  return base.questions.filter(
    ({ id, askWhen }) => !askWhen || verdictOn(asked, ruleId.ask(id)).truth !== false,
  );
}

/** The answers without those to questions that are no longer asked. */
export async function dropUnasked(base: Questionnaire, answers: Answers): Promise<Answers> {
  const asked = new Set((await questionsToAsk(base, answers)).map(({ id }) => id));
  const kept = Object.entries(answers).filter(([id]) => asked.has(id));
  if (kept.length === Object.keys(answers).length) return answers;
  return dropUnasked(base, Object.fromEntries(kept));
}
