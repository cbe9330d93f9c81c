/**
 * rules that fire -> how urgent it is, why, and how urgent it could still become.
 *
 * The most urgent of the red flags present, the referrals of the plausible conditions, and the
 * floors. What the rules support can only rise as the unknown is filled in; a floor is the one
 * thing that an answer can lift, because it stands for the answer that is missing.
 */
import type { UrgencyReason } from './assessment';
import { isReassuring, mostUrgent, urgencyRank } from './disposition';
import { type Facts, type Verdicts, verdictOn } from './engine';
import { emergencyQuestionIds, type KnowledgeBase, ruleId } from './knowledge-base';
import { isPlausible } from './ranking';
import type { Urgency } from './schema';
import { say, sayTo, type Voice } from './voice';

export interface JudgedUrgency {
  readonly urgency: Urgency;
  readonly urgencyCeiling: Urgency;
  readonly urgencyReasons: readonly UrgencyReason[];
}

/** The level, the ceiling and the reasons, the most urgent first. */
export function judgeUrgency(
  base: KnowledgeBase,
  facts: Facts,
  verdicts: Verdicts,
  voice: Voice,
): JudgedUrgency {
  const supported = reasonsUnder(base, verdicts, voice, 'certain');
  const couldBe = reasonsUnder(base, verdicts, voice, 'possible');
  const floors = floorsFor(base, facts, supported, voice);
  const urgency = mostUrgent([...supported, ...floors].map((reason) => reason.urgency));
  const urgencyCeiling = mostUrgent([urgency, ...couldBe.map((reason) => reason.urgency)]);
  const barred = urgency === 'self-care' && !isReassuring(urgencyCeiling);
  const all = [
    ...supported,
    ...floors,
    ...(barred ? [floor(base, 'dangerNotExcluded', voice)] : []),
  ];
  return {
    urgency: mostUrgent(all.map((reason) => reason.urgency)),
    urgencyCeiling,
    urgencyReasons: all.sort((a, b) => urgencyRank(a.urgency) - urgencyRank(b.urgency)),
  };
}

/**
 * Everything of the rules that sets an urgency, or could once the unknown is filled in. The
 * modifiers of a condition count where it is plausible and where a red flag points to it.
 */
function reasonsUnder(
  base: KnowledgeBase,
  verdicts: Verdicts,
  voice: Voice,
  reading: 'certain' | 'possible',
): UrgencyReason[] {
  const fires = (rule: string) => {
    const { truth } = verdictOn(verdicts, rule);
    return truth === true || (reading === 'possible' && truth === 'open');
  };
  const scopes = base.outOfScope
    .map(({ id, urgency, text }) => reason(ruleId.outOfScope(id), sayTo(text, voice), urgency))
    .filter(({ rule }) => fires(rule));
  const flags = base.redFlags.filter(({ id }) => fires(ruleId.redFlag(id)));
  const referrals = base.conditions.flatMap((condition) => {
    const { id, name, referral } = condition;
    const isLikely = isPlausible(base, condition, verdicts, reading);
    const text = `${sayTo(name, voice)}: ${say(referral.timeFrame, voice)}`;
    const modifiers = referral.modifiers
      .map((one) => reason(ruleId.modifier(id, one.id), sayTo(one.text, voice), one.urgency))
      .filter(({ rule }) => fires(rule));
    return [
      ...(isLikely ? [reason(ruleId.referral(id), text, referral.urgency)] : []),
      ...(isLikely || flags.some((flag) => flag.condition === id) ? modifiers : []),
    ];
  });
  return [
    ...scopes,
    ...flags.map(({ id, name, urgency }) =>
      reason(ruleId.redFlag(id), sayTo(name, voice), urgency),
    ),
    ...referrals,
  ];
}

function reason(rule: string, text: string, urgency: Urgency): UrgencyReason {
  return { rule, text, urgency };
}

function floorsFor(
  base: KnowledgeBase,
  facts: Facts,
  supported: readonly UrgencyReason[],
  voice: Voice,
): UrgencyReason[] {
  const screenIsOpen = emergencyQuestionIds(base).some((id) => facts[id] === undefined);
  return [
    ...(supported.length === 0 ? [floor(base, 'nothingSupported', voice)] : []),
    ...(screenIsOpen ? [floor(base, 'emergencyScreenOpen', voice)] : []),
  ];
}

function floor(base: KnowledgeBase, name: keyof KnowledgeBase['floors'], voice: Voice) {
  const { urgency, text } = base.floors[name];
  return reason(ruleId.floor(name), sayTo(text, voice), urgency);
}
