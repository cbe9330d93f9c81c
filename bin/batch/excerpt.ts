import type { Assessment, RankedCondition } from '@/lib/triage/assessment';
import { isMoreUrgent } from '@/lib/triage/disposition';

/** How many conditions stand in an excerpt at least. */
const conditionsMin = 5;

/**
 * The Assessment with ids in place of texts, in the same words and shapes: about 2 KB of the 115 KB.
 * @param row the line of the input
 */
export function excerptOf(assessment: Assessment, row: number) {
  const { id, audience, knowledgeBase, assessedAt, scope, urgency, urgencyCeiling } = assessment;
  return {
    id,
    row,
    audience,
    knowledgeBase,
    assessedAt,
    scope,
    urgency,
    urgencyCeiling,
    urgencyReasons: assessment.urgencyReasons.map(excerptReason),
    redFlags: assessment.redFlags.map(excerptFlag),
    notExcluded: openDangers(assessment),
    ranking: assessment.ranking.filter(isWorthTelling).map(excerptCondition),
    instruments: assessment.instruments.filter(({ applies }) => applies).map(excerptInstrument),
    referral: excerptReferral(assessment.referral),
  };
}

/** The flags that are open and more urgent than the urgency. */
export function openDangers({ notExcluded, urgency }: Pick<Assessment, 'notExcluded' | 'urgency'>) {
  return notExcluded
    .filter((flag) => isMoreUrgent(flag.urgency, urgency))
    .map((flag) => ({ id: flag.id, urgency: flag.urgency }));
}

/** Conditions that a flag pins or that are plausible, and the first few. */
function isWorthTelling({ pinned, plausible }: RankedCondition, place: number): boolean {
  return pinned || plausible || place < conditionsMin;
}

function excerptReason({ rule, urgency }: Assessment['urgencyReasons'][number]) {
  return { rule, urgency };
}

function excerptFlag({ id, urgency, condition }: Assessment['redFlags'][number]) {
  return { id, urgency, condition };
}

function excerptCondition({ condition, likelihood, logOdds, pinned, plausible }: RankedCondition) {
  return { condition, likelihood, logOdds, pinned, plausible };
}

function excerptInstrument({ id, applies, min, max, band }: Assessment['instruments'][number]) {
  return { id, applies, min, max, band };
}

function excerptReferral({ to, timeFrame, clock, condition }: Assessment['referral']) {
  return { to, timeFrame, clock, condition };
}
