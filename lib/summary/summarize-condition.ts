import type { Assessment, RankedCondition } from '../triage/assessment';
import type { KnowledgeBase } from '../triage/knowledge-base';
import { say, type Voice } from '../triage/voice';
import { chooseReasons } from './choose-reasons';
import type { SummaryCondition } from './summary';

const reasonsMax = 2;

/** A ranked condition with its strongest reasons. */
export function summarizeCondition(
  base: KnowledgeBase,
  { redFlags }: Pick<Assessment, 'redFlags'>,
  condition: RankedCondition,
  voice: Voice,
): SummaryCondition {
  const { condition: id, likelihood, name, pinned } = condition;
  const word = base.reasoning.likelihoods.find((one) => one.id === likelihood);
  const flaggedBy = redFlags.filter((flag) => flag.condition === id).map(({ text }) => text);
  return {
    id,
    name,
    likelihood,
    likelihoodName: word ? say(word.name, voice) : likelihood,
    flaggedBy,
    isToRuleOut: flaggedBy.length > 0 && !pinned,
    reasons: chooseReasons(condition, reasonsMax),
  };
}
