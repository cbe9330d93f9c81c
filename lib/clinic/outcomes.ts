/** How it went on: outcomes recorded later, and whether they are those that were expected. */
import { z } from 'zod';
import { storableJson } from '@/lib/intake/storable-json';
import type { Answers, InputFault } from '@/lib/triage/answers';
import type { KnowledgeBase } from '@/lib/triage/knowledge-base';
import { say } from '@/lib/triage/voice';
import type { ClinicHouse } from './clinic-house';
import { inClinic } from './in-clinic';
import { type IntakeContent, readContent } from './intake-content';
import { isId } from './open-clinic-intake';
import { demand, type Scope } from './scope';
import { scopeDatabase } from './scoped-database';

const weekMs = 7 * 24 * 60 * 60 * 1000;

/** What is sent to record an outcome. */
export const outcomeSchema = z.strictObject({
  /** Made by the browser, the same for every retry. */
  outcomeId: z.uuid().toLowerCase(),
  values: z.record(z.string(), z.number()),
  note: z.string().trim().max(1000).nullable().default(null),
});

export interface OutcomeLine {
  readonly at: Date;
  /** By item of the follow-up. */
  readonly values: Readonly<Record<string, number>>;
  readonly note: string | null;
}

/** How the values stand to the first ones. */
export type Progress = 'recovered' | 'improved' | 'not-improved' | 'unknown';

export type OutcomeResult =
  | {
      readonly outcome: 'recorded';
      readonly progress: Progress;
      /** It came back to the list, its reasoning open. */
      readonly reopened: boolean;
    }
  | { readonly outcome: 'invalid'; readonly faults: readonly InputFault[] }
  | { readonly outcome: 'missing' }
  /** Nothing was signed yet that could go on. */
  | { readonly outcome: 'not-signed' };

/**
 * Records how the patient is now. Where nothing got better by the time at which the condition, at
 * its quickest, would be over, the intake comes back to the list with its reasoning open; while it
 * gets better, somebody looks again when it usually is over; once it is, nobody needs to.
 * @param now the server's clock
 */
export async function recordOutcome(
  { database, base }: ClinicHouse,
  scope: Scope,
  intakeId: string,
  { outcomeId, values, note }: z.output<typeof outcomeSchema>,
  now: Date,
): Promise<OutcomeResult> {
  demand(scope, 'examine');
  if (!isId(intakeId)) return { outcome: 'missing' };
  const faults = findFaults(base, values);
  if (faults.length > 0) return { outcome: 'invalid', faults };
  return inClinic(database, scope, async ({ tables, record }) => {
    const row = await tables.clinicIntake.findUnique({
      where: { id: intakeId },
      include: { outcomes: { orderBy: { at: 'asc' } } },
    });
    if (!row) return { outcome: 'missing' };
    if (row.signedAt === null || row.state === 'enteredInError') return { outcome: 'not-signed' };
    const content = readContent(row);
    const earlier = row.outcomes.map(toLine);
    const progress = judgeProgress(base, content, [...earlier, { at: now, values, note }]);
    if (row.outcomes.some(({ id }) => id === outcomeId)) {
      return { outcome: 'recorded', progress, reopened: false };
    }
    await tables.outcome.create({
      data: {
        ...{ id: outcomeId, clinicId: scope.clinicId, patientId: row.patientId, intakeId, at: now },
        recordedById: scope.memberId,
        values: storableJson(values),
        note,
      },
    });
    await record({ action: 'outcome-recorded', at: now, intakeId });
    if (row.state !== 'signed') return { outcome: 'recorded', progress, reopened: false };

    const expected = expectedRecovery(base, content, row.courseFrom ?? row.signedAt);
    const isLate = expected !== null && now >= expected.from;
    const reopened = progress === 'not-improved' && isLate;
    const { count } = await tables.clinicIntake.updateMany({
      where: { id: intakeId, state: 'signed', revision: row.revision },
      data: reopened
        ? {
            state: 'open',
            amendment: say(base.followUp.notImproving.clinician, { language: 'en' }),
            recheckAt: null,
            readAt: null,
            revision: { increment: 1 },
          }
        : { recheckAt: nextLook(progress, expected, now) },
    });
    // Taken back whole: sent again, it meets the intake as it then is.
    if (count === 0) throw new Error('outcome-overtaken: the intake was changed meanwhile');
    if (reopened) await record({ action: 'amendment-begun', at: now, intakeId });
    return { outcome: 'recorded', progress, reopened };
  });
}

/** All that was recorded of an intake, the oldest first. */
export async function listOutcomes(
  { database }: Pick<ClinicHouse, 'database'>,
  scope: Scope,
  intakeId: string,
): Promise<OutcomeLine[]> {
  demand(scope, 'see-clinical');
  const rows = await scopeDatabase(database, scope).outcome.findMany({
    where: { intakeId },
    orderBy: { at: 'asc' },
  });
  return rows.map(toLine);
}

/** The values at the self-check, where a question asked for them: the first of the series. */
export function firstValues(base: KnowledgeBase, answers: Answers): Record<string, number> {
  return Object.fromEntries(
    base.followUp.items.flatMap(({ id, startsFrom }): [string, number][] => {
      const answer = startsFrom === undefined ? undefined : answers[startsFrom];
      return typeof answer === 'number' ? [[id, answer]] : [];
    }),
  );
}

/** How the last value of each item stands to its first. */
export function judgeProgress(
  base: KnowledgeBase,
  { answers, findings }: Pick<IntakeContent, 'answers' | 'findings'>,
  outcomes: readonly OutcomeLine[],
): Progress {
  const series = [
    firstValues(base, { ...answers, ...findings }),
    ...outcomes.map(({ values }) => values),
  ];
  const judged = base.followUp.items.flatMap((item) => {
    const values = series.flatMap((one) => one[item.id] ?? []);
    const [first] = values;
    const last = values.at(-1);
    if (!item.improvedBy || first === undefined || last === undefined) return [];
    const sign = item.better === 'lower' ? -1 : 1;
    const over = item.recoveredAt && (last - item.recoveredAt.value) * sign >= 0;
    if (over) return ['recovered' as const];
    // Not asked again: that it is over nobody has said.
    if (values.length < 2) return ['unasked' as const];
    return [
      (last - first) * sign >= item.improvedBy.minimum ? 'improved' : ('not-improved' as const),
    ];
  });
  if (judged.every((one) => one === 'unasked')) return 'unknown';
  if (judged.every((one) => one === 'recovered')) return 'recovered';
  // Better in one way and not in another is not yet better: somebody should look.
  return judged.includes('not-improved') ? 'not-improved' : 'improved';
}

/** When the condition that was concluded, at its quickest and at its slowest, is usually over. */
export function expectedRecovery(
  base: KnowledgeBase,
  { conclusion }: Pick<IntakeContent, 'conclusion'>,
  signedAt: Date,
): { readonly from: Date; readonly to: Date } | null {
  const weeks = base.conditions.find(({ id }) => id === conclusion.condition)?.recovery.weeks;
  if (!weeks) return null;
  const after = (count: number) => new Date(signedAt.getTime() + count * weekMs);
  return { from: after(weeks.from), to: after(weeks.to) };
}

/** When somebody should look again; null where nobody needs to, or nobody can say when. */
function nextLook(
  progress: Progress,
  expected: { readonly from: Date; readonly to: Date } | null,
  now: Date,
): Date | null {
  if (progress === 'recovered' || expected === null) return null;
  if (progress !== 'improved') return expected.from > now ? expected.from : now;
  return lookWhile(expected, now);
}

/** While it gets better but is not over: when it usually is, and from then on at the same distance. */
function lookWhile({ from, to }: { readonly from: Date; readonly to: Date }, now: Date): Date {
  const span = to.getTime() - from.getTime();
  return to > now ? to : new Date(now.getTime() + span);
}

/** When somebody should look again after a signature; null where nobody can say when. */
export function lookAfterSigning(
  base: KnowledgeBase,
  content: Pick<IntakeContent, 'conclusion'>,
  courseFrom: Date,
  now: Date,
): Date | null {
  const expected = expectedRecovery(base, content, courseFrom);
  if (!expected) return null;
  return expected.from > now ? expected.from : lookWhile(expected, now);
}

function findFaults(base: KnowledgeBase, values: Readonly<Record<string, number>>): InputFault[] {
  const faults = Object.entries(values).flatMap(([id, value]): InputFault[] => {
    const field = `values.${id}`;
    const item = base.followUp.items.find((one) => one.id === id);
    if (!item) return [{ field, message: 'no such item' }];
    const parsed = z.number().min(item.minimum).max(item.maximum).multipleOf(item.step);
    const checked = parsed.safeParse(value);
    return checked.success ? [] : checked.error.issues.map(({ message }) => ({ field, message }));
  });
  if (Object.keys(values).length > 0) return faults;
  return [{ field: 'values', message: 'at least one value is needed' }];
}

function toLine({
  at,
  values,
  note,
}: {
  at: Date;
  values: unknown;
  note: string | null;
}): OutcomeLine {
  return { at, values: z.record(z.string(), z.number()).parse(values), note };
}
