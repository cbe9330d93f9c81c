/** Our Assessment -> the benchmark's answer to a case. */
import type { Assessment } from '../../triage/assessment';
import type { KnowledgeBase } from '../../triage/knowledge-base';
import { isToRuleOut } from '../../triage/say-likelihood';
import { conditionConcept } from './concepts';
import type { SolveCaseReply } from './schema';
import { triageLevelOf } from './triage-level';

/** The benchmark looks among the first, the first three and the first ten. */
const conditionsMax = 10;

/** For a case that is not about this leg. */
export const uncertainReply: SolveCaseReply = { triage: 'UNCERTAIN', conditions: [] };

/** What nothing speaks for is no reply. Outside our scope the reply is uncertain, and an emergency all the same where there is one. */
export function toReply(base: KnowledgeBase, assessment: Assessment): SolveCaseReply {
  const level = triageLevelOf[assessment.urgency];
  const ranked = assessment.ranking
    .filter(
      (ranked) => ranked.pinned || ranked.supports.length > 0 || isToRuleOut(assessment, ranked),
    )
    .slice(0, conditionsMax)
    .map(({ condition }) => condition);
  return {
    triage: assessment.scope === 'out' && level !== 'EC' ? 'UNCERTAIN' : level,
    conditions: ranked.flatMap((id) =>
      base.conditions.filter((condition) => condition.id === id).map(conditionConcept),
    ),
  };
}
