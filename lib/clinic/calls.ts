/** Calls to the patient of an intake, reached or not: who tried, and when. */
import { z } from 'zod';
import type { PrismaClient } from '@/lib/intake/generated/client';
import type { CallResult } from '@/lib/intake/generated/enums';
import { callNoteMax, callResults } from './call-results';
import { inClinic } from './in-clinic';
import { isId } from './open-clinic-intake';
import { may } from './roles';
import { demand, type Scope } from './scope';
import { type ClinicTables, scopeDatabase } from './scoped-database';

/** A device's clock may be so far ahead of the server's. */
const aheadMsMax = 5 * 60_000;

/** What is sent to record a call. */
export const callSchema = z.strictObject({
  /** Made by the browser, the same for every retry. */
  callId: z.uuid().toLowerCase(),
  result: z.enum(callResults),
  /** ISO 8601 with its zone; null for now. */
  at: z.iso.datetime({ offset: true }).nullable(),
  note: z.string().trim().max(callNoteMax).nullable(),
});

export interface CallLine {
  readonly id: string;
  readonly at: Date;
  /** The name of the member who recorded it. */
  readonly by: string;
  readonly result: CallResult;
  /** Null where nothing was noted, and for whoever sees nothing clinical. */
  readonly note: string | null;
}

/** How far the calls to one patient have come. */
export type Called =
  | { readonly reachedAt: Date }
  /** Nobody was reached so far. */
  | { readonly reachedAt: null; readonly tries: number };

export interface Callee {
  readonly patient: { readonly name: string; readonly dateOfBirth: Date | null } | null;
  /** Whether a call can still be recorded: not of what was entered in error. */
  readonly isOpenToCalls: boolean;
}

/** `unlikely-time` where the call would have been before the intake came in, or is still to come. */
type RecordOutcome = 'recorded' | 'missing' | 'closed' | 'unlikely-time';

/**
 * Records one call; a retry records no second one.
 * @param now the server's clock
 */
export async function recordCall(
  database: PrismaClient,
  scope: Scope,
  intakeId: string,
  { callId, result, at, note }: z.output<typeof callSchema>,
  now: Date,
): Promise<RecordOutcome> {
  demand(scope, 'call');
  if (!isId(intakeId)) return 'missing';
  return inClinic(database, scope, async ({ tables, record }) => {
    const intake = await tables.clinicIntake.findUnique({
      where: { id: intakeId },
      select: { state: true, receivedAt: true },
    });
    if (!intake) return 'missing';
    if (intake.state === 'enteredInError') return 'closed';
    const calledAt = at === null ? now : new Date(at);
    if (!isLikely(calledAt, intake.receivedAt, now)) return 'unlikely-time';
    const already = await tables.patientCall.findUnique({
      where: { id: callId },
      select: { intakeId: true },
    });
    if (already) return already.intakeId === intakeId ? 'recorded' : 'closed';
    await tables.patientCall.create({
      data: {
        ...{ id: callId, clinicId: scope.clinicId, intakeId, at: calledAt, recordedAt: now },
        ...{ recordedById: scope.memberId, recordedByName: scope.userName },
        ...{ result, note: note || null },
      },
      select: { id: true },
    });
    const details = { result, called: calledAt.toISOString() };
    await record({ action: 'patient-called', at: now, intakeId, details });
    return 'recorded';
  });
}

/** The calls of an intake, the first one first. */
export async function listCalls(
  database: PrismaClient,
  scope: Scope,
  intakeId: string,
): Promise<CallLine[]> {
  demand(scope, 'call');
  if (!isId(intakeId)) return [];
  const isClinical = may(scope.role, 'see-clinical');
  const rows = await scopeDatabase(database, scope).patientCall.findMany({
    where: { intakeId },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    select: {
      ...{ id: true, at: true, recordedByName: true, result: true },
      ...(isClinical && { note: true }),
    },
  });
  return rows.map(({ recordedByName: by, note = null, ...row }) => ({ ...row, by, note }));
}

/** Whom a call is about, and nothing clinical; null where the clinic has no such intake. */
export async function findCallee(
  database: PrismaClient,
  scope: Scope,
  intakeId: string,
): Promise<Callee | null> {
  demand(scope, 'call');
  if (!isId(intakeId)) return null;
  const found = await scopeDatabase(database, scope).clinicIntake.findUnique({
    where: { id: intakeId },
    select: { state: true, patient: { select: { name: true, dateOfBirth: true } } },
  });
  return found && { patient: found.patient, isOpenToCalls: found.state !== 'enteredInError' };
}

/** How far the calls have come, by the id of each intake for which somebody called. */
export async function readCalled(
  tables: ClinicTables,
  intakeIds: readonly string[],
): Promise<ReadonlyMap<string, Called>> {
  const calls = await tables.patientCall.findMany({
    where: { intakeId: { in: [...intakeIds] } },
    orderBy: { at: 'asc' },
    select: { intakeId: true, at: true, result: true },
  });
  return new Map(
    calls.map(({ intakeId }) => [
      intakeId,
      sumUp(calls.filter((one) => one.intakeId === intakeId)),
    ]),
  );
}

/** Reached once is reached, whatever was tried afterwards. */
function sumUp(calls: readonly { readonly at: Date; readonly result: CallResult }[]): Called {
  const reached = calls.filter(({ result }) => result === 'reached');
  const last = reached.at(-1);
  return last ? { reachedAt: last.at } : { reachedAt: null, tries: calls.length };
}

/** A call may be told to the minute: the one in which the intake came in counts. */
function isLikely(at: Date, receivedAt: Date, now: Date): boolean {
  const first = Math.floor(receivedAt.getTime() / 60_000) * 60_000;
  return at.getTime() >= first && at.getTime() <= now.getTime() + aheadMsMax;
}
