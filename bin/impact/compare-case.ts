/** One case under two knowledge bases: what came of it before, what comes of it now, and why. */
import { type InputFault, validateInput } from '@/lib/triage/answers';
import { conclude } from '@/lib/triage/assess';
import type { Assessment } from '@/lib/triage/assessment';
import { isMoreUrgent } from '@/lib/triage/disposition';
import type { KnowledgeBase } from '@/lib/triage/knowledge-base';
import type { Urgency } from '@/lib/triage/schema';
import { twinOf } from '@/lib/triage/twin';
import type { Case } from './read-cases';

/** What a change can be, the most dangerous first. */
export const impactKinds = [
  'less-urgent',
  'more-urgent',
  'first-condition',
  'no-longer-valid',
  'newly-valid',
  'never-valid',
] as const;
export type ImpactKind = (typeof impactKinds)[number];

/** Something that one Assessment has and the other has not, or has otherwise. */
export interface RuleChange {
  readonly rule: string;
  /** Its urgency or its likelihood ratio; null where it is not there. */
  readonly before: Urgency | number | null;
  readonly now: Urgency | number | null;
}

export interface Outcome {
  readonly urgency: Urgency;
  readonly firstCondition: string;
  /** Within how many hours somebody has to be seen; null where there is no such time. */
  readonly withinHours: number | null;
}

export interface Impact {
  readonly kind: ImpactKind;
  readonly name: string;
  /** Null where the input is not valid. */
  readonly before: Outcome | null;
  readonly now: Outcome | null;
  /** The rules that made the difference. */
  readonly rules: readonly RuleChange[];
  /** What is wrong with the input, where it is not valid. */
  readonly faults: readonly InputFault[];
}

/** What the change of knowledge base does to a case; null where it does nothing to it. */
export function compareCase(
  { name, value }: Case,
  bases: { readonly before: KnowledgeBase; readonly now: KnowledgeBase },
): Impact | null {
  const before = assessWith(bases.before, value);
  const now = assessWith(bases.now, value);
  const outcomes = { before: outcomeOf(before.assessment), now: outcomeOf(now.assessment) };
  const told = { name, ...outcomes, rules: [], faults: [...now.faults, ...before.faults] };
  if (!before.assessment && !now.assessment) {
    return { ...told, kind: 'never-valid', faults: now.faults };
  }
  if (!before.assessment) return { ...told, kind: 'newly-valid' };
  if (!now.assessment) return { ...told, kind: 'no-longer-valid' };
  const kind = kindOf(before.assessment, now.assessment);
  if (kind === null) return null;
  const read = kind === 'first-condition' ? evidenceOf : reasonsOf;
  const firsts = [before.assessment, now.assessment].map((one) => one.ranking[0]?.condition ?? '');
  const rules = diff(read(before.assessment, firsts), read(now.assessment, firsts));
  return { ...told, kind, rules };
}

/** Any clock would do: no urgency hangs on it. */
const clock = new Date(0);

function assessWith(base: KnowledgeBase, value: unknown) {
  const checked = validateInput(base, value);
  if (!checked.ok) return { assessment: null, faults: checked.faults };
  const { book, evaluate } = twinOf(base);
  const { input } = checked;
  return { assessment: conclude(book, input, evaluate(input), clock), faults: [] };
}

function outcomeOf(assessment: Assessment | null): Outcome | null {
  if (!assessment) return null;
  const { urgency, ranking } = assessment;
  return {
    urgency,
    firstCondition: ranking[0]?.condition ?? '',
    withinHours: withinHours(assessment),
  };
}

function withinHours({ referral, assessedAt }: Assessment): number | null {
  if (!referral.clock) return null;
  return (Date.parse(referral.clock.deadline) - Date.parse(assessedAt)) / 3_600_000;
}

function kindOf(before: Assessment, now: Assessment): ImpactKind | null {
  if (isMoreUrgent(before.urgency, now.urgency)) return 'less-urgent';
  if (isMoreUrgent(now.urgency, before.urgency)) return 'more-urgent';
  const [then, today] = [before, now].map((one) => withinHours(one) ?? Infinity);
  if (then !== undefined && today !== undefined && then !== today) {
    return then < today ? 'less-urgent' : 'more-urgent';
  }
  return before.ranking[0]?.condition === now.ranking[0]?.condition ? null : 'first-condition';
}

type ByRule = ReadonlyMap<string, Urgency | number>;

function reasonsOf({ urgencyReasons }: Assessment): ByRule {
  return new Map(urgencyReasons.map(({ rule, urgency }) => [rule, urgency]));
}

/** The evidence that counts for or against the conditions that come first, and the flags that pin. */
function evidenceOf({ ranking, redFlags }: Assessment, conditions: readonly string[]): ByRule {
  const evidence = ranking
    .filter(({ condition }) => conditions.includes(condition))
    .flatMap(({ supports, opposes }) => [...supports, ...opposes])
    .filter(({ counted }) => counted)
    .map(({ id, weight }) => [id, weight] as const);
  const flags = redFlags
    .filter(({ condition }) => condition !== null && conditions.includes(condition))
    .map(({ id, urgency }) => [`red-flags/${id}`, urgency] as const);
  return new Map<string, Urgency | number>([...flags, ...evidence]);
}

function diff(before: ByRule, now: ByRule): RuleChange[] {
  return [...new Set([...before.keys(), ...now.keys()])]
    .map((rule) => ({ rule, before: before.get(rule) ?? null, now: now.get(rule) ?? null }))
    .filter((change) => change.before !== change.now);
}
