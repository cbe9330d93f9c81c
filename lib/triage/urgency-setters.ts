/** Everything that sets an urgency, as the reasoning walks it. */
import { type Condition, type KnowledgeBase, ruleId } from './knowledge-base';
import type { Rule, RuledCondition, RuledFlag } from './ruled';
import type { Clock, Urgency } from './schema';
import { say, sayTo, type Voice } from './voice';

/**
 * Something that sets an urgency: its rule fires, and its condition is plausible or one of the red
 * flags that point to the condition fires. Where there is no rule, or no condition, that part holds.
 */
export interface UrgencySetter {
  readonly id: string;
  readonly urgency: Urgency;
  readonly rule: Rule | null;
  /** The place of its condition in `RuleBook.conditions`. */
  readonly condition: number | null;
  readonly flags: readonly Rule[];
  /**
   * Which of two forms this is: where the rule of the milder one is open, the milder form is certain
   * and the full one possible.
   */
  readonly form: { readonly isMilder: boolean; readonly milder: Rule } | null;
  /** The places of its rule, of the red flags, and of the rule of its milder form; -1 where there is none. */
  readonly rulePlace: number;
  readonly flagPlaces: readonly number[];
  readonly milderPlace: number;
  /** Within how many hours somebody has to be seen; infinite where there is no such time. */
  readonly withinHours: number;
  readonly describe: (voice: Voice) => string;
}

type Unplaced = Omit<UrgencySetter, 'rulePlace' | 'flagPlaces' | 'milderPlace'>;

/** In the order of the knowledge base: who is out of scope, the red flags, the referrals. */
export function listUrgencySetters(
  base: KnowledgeBase,
  scopes: readonly Rule[],
  flags: readonly RuledFlag[],
  ruled: readonly RuledCondition[],
): UrgencySetter[] {
  const always = { rule: null, condition: null, flags: [], form: null };
  /** The shortest clock, that of the condition's own referral among them; or the level's time. */
  const hoursOf = (urgency: Urgency, clock?: Clock, referral?: Condition['referral']): number => {
    const level = base.dispositions.find(({ id }) => id === urgency);
    const own = referral?.urgency === urgency ? referral.clock : undefined;
    const clocks = [clock, own].flatMap((one) => one?.hours ?? []);
    return clocks.length > 0 ? Math.min(...clocks) : (level?.withinHours ?? Infinity);
  };
  /** Something that sets an urgency, in each of its forms. */
  const inForms = (
    full: Unplaced,
    milder: Rule | null,
    own?: Pick<Unplaced, 'urgency' | 'describe'>,
  ) =>
    milder === null || own === undefined
      ? [full]
      : [
          { ...full, form: { isMilder: false, milder } },
          { ...full, ...own, withinHours: hoursOf(own.urgency), form: { isMilder: true, milder } },
        ];
  const setters: Unplaced[] = [
    ...base.outOfScope.map(({ id, urgency, text }, place) => ({
      ...always,
      id: ruleId.outOfScope(id),
      urgency,
      withinHours: hoursOf(urgency),
      rule: scopes[place] ?? null,
      describe: (voice: Voice) => sayTo(text, voice),
    })),
    ...flags.flatMap(({ flag: { id, urgency, name, clock, milder }, rule, ...flag }) => {
      const describe = (voice: Voice) => sayTo(name, voice);
      const withinHours = hoursOf(urgency, clock, base.conditions[flag.condition ?? -1]?.referral);
      return inForms(
        { ...always, id: ruleId.redFlag(id), urgency, withinHours, rule, describe },
        flag.milder,
        milder && { urgency: milder.urgency, describe },
      );
    }),
    ...ruled.flatMap(({ condition: { name, referral }, referralRule, ...one }, condition) => [
      ...inForms(
        {
          ...always,
          id: referralRule,
          urgency: referral.urgency,
          withinHours: hoursOf(referral.urgency, referral.clock, referral),
          condition,
          describe: (voice: Voice) => `${sayTo(name, voice)}: ${say(referral.timeFrame, voice)}`,
        },
        one.milder,
        referral.milder && {
          urgency: referral.milder.urgency,
          describe: (voice: Voice) => sayTo(name, voice),
        },
      ),
      ...one.modifiers.map(({ modifier, rule }) => ({
        id: rule.id,
        urgency: modifier.urgency,
        withinHours: hoursOf(modifier.urgency, modifier.clock, referral),
        rule,
        condition,
        form: null,
        flags: flags.filter((flag) => flag.condition === condition).map((flag) => flag.rule),
        describe: (voice: Voice) => sayTo(modifier.text, voice),
      })),
    ]),
  ];
  return setters.map(place);
}

/** All of one shape: they are walked a million times. */
function place(setter: Unplaced): UrgencySetter {
  const { id, urgency, rule, condition, flags, form, withinHours, describe } = setter;
  return {
    id,
    urgency,
    rule,
    condition,
    flags,
    form,
    rulePlace: rule?.place ?? -1,
    flagPlaces: flags.map((flag) => flag.place),
    milderPlace: form?.milder.place ?? -1,
    withinHours,
    describe,
  };
}
