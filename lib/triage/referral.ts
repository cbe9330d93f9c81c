/** urgency and the conditions that lead -> to whom, by when, with which tests and which not. */
import type { OpenFlag, PresentFlag, RankedCondition, Referral, UrgencyReason } from './assessment';
import { dispositionOf, isMoreUrgent, urgencyRank } from './disposition';
import { type Condition, type RedFlag, ruleId } from './knowledge-base';
import type { RuleBook } from './rule-book';
import type { RuledCondition } from './ruled';
import type { Clock, Urgency, Wording } from './schema';
import { say, sayAll, sayTo, type Voice } from './voice';

export interface Judged {
  readonly notExcluded: readonly OpenFlag[];
  readonly urgency: Urgency;
  readonly urgencyReasons: readonly UrgencyReason[];
  readonly redFlags: readonly PresentFlag[];
  readonly ranking: readonly RankedCondition[];
}

interface Leading {
  readonly leaders: readonly RuledCondition[];
  /** None of them sets the urgency. */
  readonly isGuess: boolean;
  /** The tool is not made for this person. */
  readonly isOutside: boolean;
}

/** Of the conditions that lead, and of the red flags that have none. */
export function refer(
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
export function advisePractice(
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

/** Behind every rank. */
export const unflagged = 1_000;

/** How urgent the most urgent present flag for a condition is, as a rank; `unflagged` without one. */
export function flaggedRanks(redFlags: readonly PresentFlag[]) {
  const ranks = new Map<string, number>();
  for (const { condition, urgency } of redFlags) {
    const rank = urgencyRank(urgency);
    if (condition !== null) ranks.set(condition, Math.min(rank, ranks.get(condition) ?? rank));
  }
  return ({ condition }: Pick<RuledCondition, 'condition'>) => ranks.get(condition.id) ?? unflagged;
}

export function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
