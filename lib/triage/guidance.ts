/** urgency and ranking -> what to do and not to do, and when to get help sooner. */
import type { Milestone, PresentFlag, Referral, RehabilitationAdvice } from './assessment';
import { dispositionOf, isMoreUrgent } from './disposition';
import { isQuestion } from './facts';
import { type KnowledgeBase, ruleId } from './knowledge-base';
import { advisePractice, distinct, flaggedRanks, type Judged, refer, unflagged } from './referral';
import { adviseRehabilitation } from './rehabilitation';
import type { RuleBook } from './rule-book';
import type { RuledCondition } from './ruled';
import type { Text, Urgency } from './schema';
import { say, sayAll, sayTo, type Voice } from './voice';

export interface Guidance {
  readonly referral: Referral;
  readonly advice: readonly string[];
  readonly avoid: readonly string[];
  readonly safetyNet: readonly string[];
  readonly rehabilitation: readonly RehabilitationAdvice[];
  readonly recovery: string | null;
  readonly milestones: readonly Milestone[];
}

/**
 * The guidance follows the conditions that set the urgency, those that a red flag points to before
 * the others: what to do from the first of them, to whom and which tests from the others that a red
 * flag points to as well. What to avoid is gathered from every condition that is pinned or
 * plausible, and the strictest word on each exercise stands.
 * @param at the time of the assessment; deadlines count from it
 */
export function guide(book: RuleBook, whole: Judged, at: Date, voice: Voice): Guidance {
  const { base } = book;
  const judged = { ...whole, redFlags: whole.redFlags.map((flag) => withoutGuess(book, flag)) };
  const rankOf = flaggedRanks(judged.redFlags);
  const considered = judged.ranking
    .filter(({ pinned, plausible }) => pinned || plausible)
    .flatMap(({ condition }) => book.conditionsById.get(condition) ?? [])
    .sort((a, b) => rankOf(a) - rankOf(b));
  const setting = new Set(
    judged.urgencyReasons
      .filter(({ urgency }) => urgency === judged.urgency)
      .map(({ rule }) => rule),
  );
  const setters = considered.filter((condition) => setsUrgency(judged, setting, condition));
  const isUrgent = isMoreUrgent(judged.urgency, 'within-72h');
  const isFlagged = judged.redFlags.some(
    ({ urgency, condition }) => urgency === judged.urgency && condition === null,
  );
  // Whoever the tool is not made for gets no advice on a condition that it guessed at.
  const outside = judged.urgencyReasons.filter(({ rule }) =>
    rule.startsWith(ruleId.outOfScope('')),
  );
  const isGuess = setters.length === 0;
  const isLeftToOdds = (one: RuledCondition) =>
    rankOf(one) === unflagged && whole.redFlags.some((flag) => flag.condition === one.condition.id);
  // Where a red flag of no condition sets a hurry, whatever else is plausible has to wait.
  const guessed = isUrgent && isFlagged ? [] : considered.filter((one) => !isLeftToOdds(one));
  const likeliest = isGuess ? guessed.slice(0, 1) : setters;
  const leaders = outside.length > 0 ? setters.filter((one) => rankOf(one) < unflagged) : likeliest;
  const leading = leaders[0];
  const isOwnCase = leading !== undefined && standsByItself(judged, leading);
  const isMilder = leading !== undefined && isMilderThan(judged.urgency, leading);
  const isOfItsLevel = leading !== undefined && isOfLevel(judged, leading, isUrgent);
  const advice = leading?.condition.advice;
  const mayBeDanger = isUrgent || isDangerOpen(book, judged);
  const banner = base.rehabilitation.contraindications.filter(
    ({ id }) => id === 'danger-not-excluded' && mayBeDanger,
  );
  // What is asked of somebody today is not mixed with the rules for a lasting trouble.
  const avoided = isUrgent && (leaders.length > 0 || isFlagged) ? leaders : considered;
  const instruction = sayTo(dispositionOf(base, judged.urgency).instruction, voice);
  const actions = judged.redFlags
    .filter(({ urgency }) => urgency === judged.urgency)
    .map(({ action }) => action);
  // Whoever calls an ambulance is not sent back to a question first.
  const floors = judged.urgencyReasons
    .filter(({ rule }) => rule.startsWith(ruleId.floor('')) && judged.urgency !== 'emergency-now')
    .map(({ text }) => text);
  return {
    referral: {
      ...refer(book, judged, { leaders, isGuess, isOutside: outside.length > 0 }, at, voice),
      ...advisePractice(leaders, mayBeDanger ? (banner[0]?.text ?? null) : null, isOwnCase, voice),
    },
    advice: distinct([
      instruction,
      ...floors,
      // Of a trouble that can wait nothing is said where something else cannot.
      ...outside.filter((one) => one.urgency === judged.urgency).map(({ text }) => text),
      ...actions,
      ...(isOwnCase && isOfItsLevel ? sayAll(advice?.do ?? [], voice) : []),
    ]),
    avoid: distinct([
      ...avoided.flatMap(({ condition }) => sayAll(condition.advice.avoid, voice)),
      ...banner.map(({ text }) => sayTo(text, voice)),
    ]),
    safetyNet: distinct(
      sayAll([...(advice?.safetyNet ?? []), ...generalNet(base, judged.urgency)], voice),
    ),
    rehabilitation: leading ? adviseRehabilitation(base, considered, mayBeDanger, voice) : [],
    recovery: isOwnCase && !isMilder ? say(leading.condition.recovery.text, voice) : null,
    milestones: (mayBeDanger || !isOwnCase || isMilder
      ? []
      : (leading.condition.recovery.milestones ?? [])
    ).map(({ to, text, basis }) => ({ to, text: say(text, voice), basis })),
  };
}

/** A red flag whose milder form leaves its condition to the odds leads to none: it says itself what to do. */
function withoutGuess({ flagsById }: RuleBook, flag: PresentFlag): PresentFlag {
  const milder = flagsById.get(flag.id)?.flag.milder;
  const isLeftToOdds = milder?.urgency === flag.urgency && milder.pins === false;
  return isLeftToOdds ? { ...flag, condition: null } : flag;
}

/** When to get help sooner, whatever it is: nothing that is no more urgent than what is asked anyway. */
function generalNet({ safetyNet }: KnowledgeBase, level: Urgency): Text[] {
  return safetyNet
    .filter(({ urgency }) => urgency === 'emergency-now' || isMoreUrgent(urgency, level))
    .map(({ text }) => text);
}

/**
 * Whether the urgency is as it is because of this condition: its referral, or a flag for it.
 * @param setting the rules that set the urgency
 */
function setsUrgency(
  { redFlags }: Judged,
  setting: ReadonlySet<string>,
  { condition, referralRule, modifiers }: RuledCondition,
): boolean {
  return (
    setting.has(referralRule) ||
    modifiers.some(({ rule }) => setting.has(rule.id)) ||
    redFlags.some((flag) => flag.condition === condition.id && setting.has(ruleId.redFlag(flag.id)))
  );
}

/**
 * Whether a condition is there for more than to be ruled out: a flag puts it first, or its own odds
 * make its referral count. Else nothing is said as if somebody had it.
 */
function standsByItself(
  { ranking, urgencyReasons }: Judged,
  { condition, referralRule }: RuledCondition,
): boolean {
  return (
    ranking.some((one) => one.pinned && one.condition === condition.id) ||
    urgencyReasons.some(({ rule }) => rule === referralRule)
  );
}

/** Whether the level is milder than the condition's own. */
function isMilderThan(urgency: Urgency, { condition }: RuledCondition): boolean {
  return isMoreUrgent(condition.referral.urgency, urgency);
}

/**
 * Whether what to do about a condition fits the level. The words of a condition that is more urgent
 * than the level contradict it; so do, where somebody is seen today, those of a quieter condition,
 * and what is done about it waits until the dangers that point to it are settled.
 */
function isOfLevel(
  { urgency, notExcluded }: Judged,
  leading: RuledCondition,
  isUrgent: boolean,
): boolean {
  if (isMilderThan(urgency, leading)) return false;
  const { id, referral } = leading.condition;
  const isQuieter = isMoreUrgent(urgency, referral.urgency);
  return !isUrgent || !(isQuieter || notExcluded.some(({ condition }) => condition === id));
}

/** Whether a red flag of today or sooner is open on a question that could still be answered. */
function isDangerOpen({ fields }: RuleBook, { notExcluded }: Judged): boolean {
  const isOfSelfCheck = (id: string) => {
    const field = fields.get(id);
    return field !== undefined && isQuestion(field);
  };
  return notExcluded.some(
    ({ urgency, ask }) => isMoreUrgent(urgency, 'within-72h') && ask.some(isOfSelfCheck),
  );
}
