/**
 * A knowledge base with many times the conditions and red flags. A copied rule asks the same
 * questions for other options and thresholds, so that each is judged by itself, and as many of them
 * as before have to be asked again for an answer. Nonsense to a clinician, the same work to a
 * computer.
 */
import type { Condition, KnowledgeBase, RedFlag } from '@/lib/triage/knowledge-base';
import type { When } from '@/lib/triage/schema';
import { makeShift, type Shift } from './shift-rule';

/** @param factor how many times the conditions and red flags; 1 is the knowledge base itself */
export function enlarge(base: KnowledgeBase, factor: number): KnowledgeBase {
  const { conditions, redFlags } = base;
  const evidence = conditions.flatMap(({ supports, opposes, referral }) => [
    ...supports,
    ...opposes,
    ...referral.modifiers,
    ...(referral.milder ? [referral.milder] : []),
  ]);
  const shiftEvidence = makeShift(whensOf(evidence), factor);
  const flags = redFlags.flatMap(({ when, milder }) => [{ when }, ...(milder ? [milder] : [])]);
  const shiftFlag = makeShift(whensOf(flags), factor);
  const copies = Array.from({ length: factor - 1 }, (_, place) => `-copy-${place + 1}`);
  return {
    ...base,
    conditions: [
      ...base.conditions,
      ...copies.flatMap((suffix) =>
        base.conditions.map((one) => copyCondition(one, suffix, shiftEvidence)),
      ),
    ],
    redFlags: [
      ...base.redFlags,
      ...copies.flatMap((suffix) => base.redFlags.map((one) => copyFlag(one, suffix, shiftFlag))),
    ],
  };
}

function whensOf(rules: readonly { readonly when: When }[]): When[] {
  return rules.map(({ when }) => when);
}

function copyCondition(condition: Condition, suffix: string, shift: Shift): Condition {
  const copyRule = <Rule extends { when: When }>(rule: Rule): Rule => ({
    ...rule,
    when: shift(rule.when),
  });
  const { referral, supports, opposes } = condition;
  return {
    ...condition,
    id: `${condition.id}${suffix}`,
    supports: supports.map(copyRule),
    opposes: opposes.map(copyRule),
    referral: {
      ...referral,
      modifiers: referral.modifiers.map(copyRule),
      ...(referral.milder ? { milder: copyRule(referral.milder) } : {}),
    },
  };
}

function copyFlag(flag: RedFlag, suffix: string, shift: Shift): RedFlag {
  return {
    ...flag,
    id: `${flag.id}${suffix}`,
    when: shift(flag.when),
    ...(flag.milder ? { milder: { ...flag.milder, when: shift(flag.milder.when) } } : {}),
    condition: flag.condition === null ? null : `${flag.condition}${suffix}`,
  };
}
