import type { Assessment } from '../triage/assessment';
import { dispositionOf, isMoreUrgent } from '../triage/disposition';
import { type KnowledgeBase, ruleId } from '../triage/knowledge-base';
import type { Urgency } from '../triage/schema';
import { sayTo, type Voice } from '../triage/voice';
import type { Headline, Level } from './summary';

/** The level in words, what set it, and the worst that the unknown could still bring. */
export function summarizeUrgency(
  base: KnowledgeBase,
  { urgency, urgencyCeiling, urgencyReasons, referral }: Assessment,
  voice: Voice,
): Headline {
  const level = (id: Urgency): Level => ({
    urgency: id,
    name: sayTo(dispositionOf(base, id).name, voice),
  });
  return {
    ...level(urgency),
    timeFrame: referral.timeFrame,
    ceiling: isMoreUrgent(urgencyCeiling, urgency) ? level(urgencyCeiling) : null,
    reasons: urgencyReasons
      .filter((reason) => reason.urgency === urgency)
      .map(({ text, rule }) => ({ text, isFloor: rule.startsWith(ruleId.floor('')) })),
  };
}
