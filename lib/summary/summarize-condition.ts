import type { Assessment, RankedCondition } from '../triage/assessment';
import type { KnowledgeBase } from '../triage/knowledge-base';
import { isToRuleOut, sayLikelihood } from '../triage/say-likelihood';
import type { Voice } from '../triage/voice';
import { chooseReasons } from './choose-reasons';
import type { SummaryCondition } from './summary';

const reasonsMax = 2;

/** A ranked condition with its strongest reasons. */
export function summarizeCondition(
  base: KnowledgeBase,
  assessment: Pick<Assessment, 'redFlags'>,
  condition: RankedCondition,
  voice: Voice,
): SummaryCondition {
  const { condition: id, likelihood, name } = condition;
  const flags = assessment.redFlags.filter((flag) => flag.condition === id);
  return {
    id,
    name,
    likelihood,
    likelihoodName: sayLikelihood(base, assessment, condition, voice),
    flaggedBy: flags.map(({ text }) => text),
    isToRuleOut: isToRuleOut(assessment, condition),
    reasons: chooseReasons(condition, reasonsMax),
  };
}
