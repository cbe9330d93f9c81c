/** urgency and ranking -> to whom, by when, and what to do and not to do until then. */
import type {
  Milestone,
  OpenFlag,
  PresentFlag,
  RankedCondition,
  Referral,
  RehabilitationAdvice,
  UrgencyReason,
} from './assessment';
import { dispositionOf, isMoreUrgent, urgencyRank } from './disposition';
import { isQuestion } from './facts';
import { type Condition, type KnowledgeBase, type RedFlag, ruleId } from './knowledge-base';
import { adviseRehabilitation } from './rehabilitation';
import type { RuleBook } from './rule-book';
import type { RuledCondition } from './ruled';
import type { Clock, Text, Urgency, Wording } from './schema';
import { say, sayTo, type Voice } from './voice';

export interface Guidance {
  readonly referral: Referral;
  readonly advice: readonly string[];
  readonly avoid: readonly string[];
  readonly safetyNet: readonly string[];
  readonly rehabilitation: readonly RehabilitationAdvice[];
  readonly recovery: string | null;
  readonly milestones: readonly Milestone[];
}

interface Judged {
  readonly notExcluded: readonly OpenFlag[];
  readonly urgency: Urgency;
  readonly urgencyReasons: readonly UrgencyReason[];
  readonly redFlags: readonly PresentFlag[];
  readonly ranking: readonly RankedCondition[];
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
  // Where a red flag of no condition sets a hurry, whatever else is plausible has to wait.
  const guessed = isUrgent && isGuess && isFlagged ? [] : considered.slice(0, 1);
  const likeliest = isGuess ? guessed : setters;
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

/** Behind every rank. */
const unflagged = 1_000;

/** How urgent the most urgent present flag for a condition is, as a rank; `unflagged` without one. */
function flaggedRanks(redFlags: readonly PresentFlag[]) {
  const ranks = new Map<string, number>();
  for (const { condition, urgency } of redFlags) {
    const rank = urgencyRank(urgency);
    if (condition !== null) ranks.set(condition, Math.min(rank, ranks.get(condition) ?? rank));
  }
  return ({ condition }: Pick<RuledCondition, 'condition'>) => ranks.get(condition.id) ?? unflagged;
}

function sayAll(texts: readonly Text[], voice: Voice): string[] {
  return texts.map((text) => say(text, voice));
}

interface Leading {
  readonly leaders: readonly RuledCondition[];
  /** None of them sets the urgency. */
  readonly isGuess: boolean;
  /** The tool is not made for this person. */
  readonly isOutside: boolean;
}

function refer(
  { base, flagsById }: RuleBook,
  { urgency, urgencyReasons, redFlags }: Judged,
  { leaders, isGuess, isOutside }: Leading,
  at: Date,
  voice: Voice,
): Omit<Referral, 'notTests' | 'therapy' | 'practiceBasis'> {
  const disposition = dispositionOf(base, urgency);
  const timeFrame = sayTo(disposition.timeFrame, voice);
  const fired = new Set(urgencyReasons.map(({ rule }) => rule));
  const led = leaders.map(({ condition, modifiers }) => ({
    condition,
    raising: modifiers
      .filter(({ modifier, rule }) => modifier.urgency === urgency && fired.has(rule.id))
      .map(({ modifier }) => modifier),
  }));
  const forms = redFlags
    .filter((flag) => flag.urgency === urgency)
    .flatMap(({ id, condition }) => {
      const form = formAt(flagsById.get(id)?.flag, urgency);
      return form === undefined ? [] : { ...form, condition };
    });
  const isInMilderForm = ({ id, referral }: Condition) =>
    urgencyReasons.some(
      (reason) =>
        reason.rule === ruleId.referral(id) && reason.urgency === referral.milder?.urgency,
    );
  // A condition that is merely plausible beside a flagged one adds no address and no test.
  const rankOf = flaggedRanks(redFlags);
  const addressesOf = (id: string | null) =>
    forms.filter((form) => form.condition === id).flatMap((form) => form.to ?? []);
  const ownTo = sayAll(addressesOf(null), voice);
  // Where a red flag of no condition says where to go, a guess adds nothing to that.
  const addressed =
    isGuess && ownTo.length > 0
      ? []
      : led.filter((one, place) => place === 0 || rankOf(one) < unflagged);
  const to = addressed.map(({ condition, raising }) => {
    const modifier = raising.find((one) => one.to !== undefined);
    const own = isInMilderForm(condition) ? condition.referral.milder : condition.referral;
    const [flagged] = addressesOf(condition.id);
    return say(modifier?.to ?? flagged ?? (own ?? condition.referral).to, voice);
  });
  const own = led
    .map(({ condition }) => condition.referral)
    .filter((referral) => referral.urgency === urgency);
  return {
    to:
      distinct(isOutside ? [...ownTo, ...to] : [...to, ...ownTo]).join('; ') ||
      say(base.floors.nothingSupported.to, voice),
    timeFrame,
    tests: distinct(
      addressed.flatMap(({ condition, raising }, place) => {
        const own = raising.flatMap(({ tests }) => tests ?? []);
        // The tests of its quieter days wait.
        const isQuieter = place > 0 && isMoreUrgent(urgency, condition.referral.urgency);
        return sayAll(own.length > 0 || isQuieter ? own : condition.referral.tests, voice);
      }),
    ),
    clock: setClock(
      [
        ...forms.map(({ clock }) => clock),
        ...led.flatMap(({ raising }) => raising.map(({ clock }) => clock)),
        ...own.map(({ clock }) => clock),
      ],
      { hours: disposition.withinHours, why: timeFrame },
      at,
      voice,
    ),
    condition: leaders[0]?.condition.id ?? null,
  };
}

/** A red flag whose milder form leaves its condition to the odds leads to none: it says itself what to do. */
function withoutGuess({ flagsById }: RuleBook, flag: PresentFlag): PresentFlag {
  const milder = flagsById.get(flag.id)?.flag.milder;
  const isLeftToOdds = milder?.urgency === flag.urgency && milder.pins === false;
  return isLeftToOdds ? { ...flag, condition: null } : flag;
}

/** A red flag in the form that it has at a level. */
function formAt(flag: RedFlag | undefined, urgency: Urgency) {
  if (flag === undefined || flag.milder?.urgency !== urgency) return flag;
  return { ...flag, to: flag.milder.to, clock: undefined };
}

/**
 * Which tests not, and whether a therapist may treat now; nothing of a condition that is only to be
 * ruled out. Where several are addressed, one may need the test that the other does not: then no test
 * is called needless. While a danger may be there only the treatment of a dangerous one is said.
 * @param banner what holds until the danger is excluded; null where none is open
 */
function advisePractice(
  leaders: readonly RuledCondition[],
  banner: Wording | null,
  isOwnCase: boolean,
  voice: Voice,
): Pick<Referral, 'notTests' | 'therapy' | 'practiceBasis'> {
  const condition = leaders[0]?.condition;
  const isSilent = banner === null && !isOwnCase;
  if (!condition || isSilent) return { notTests: [], therapy: null, practiceBasis: null };
  const { notTests, therapy, basis } = condition.referral.practice;
  const isHeld = banner !== null && !(condition.dangerous && isOwnCase);
  return {
    notTests: leaders.length === 1 ? sayAll(notTests, voice) : [],
    therapy: isHeld ? sayTo(banner, voice) : say(therapy, voice),
    practiceBasis: isHeld ? 'consensus' : basis,
  };
}

/** The deadline: the shortest clinical clock, or, without one, the end of the level's time frame. */
function setClock(
  clocks: readonly (Clock | undefined)[],
  otherwise: { readonly hours: number | null; readonly why: string },
  at: Date,
  voice: Voice,
): Referral['clock'] {
  const [shortest] = clocks
    .filter((clock) => clock !== undefined)
    .sort((a, b) => a.hours - b.hours);
  const hours = shortest?.hours ?? otherwise.hours;
  if (hours === null) return null;
  const deadline = new Date(at.getTime() + hours * 60 * 60 * 1000).toISOString();
  return { deadline, why: shortest ? say(shortest.why, voice) : otherwise.why };
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

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
