/** The clinic's list: the most urgent first, then who waits longest; a page at a time, at any size. */
import type { Prisma, PrismaClient } from '@/lib/intake/generated/client';
import type { IntakeState } from '@/lib/intake/generated/enums';
import { type Urgency, urgencyLevels } from '@/lib/triage/schema';
import { type Called, readCalled } from './calls';
import { findPatients } from './find-patients';
import { beginningWith } from './patient-words';
import { may } from './roles';
import type { Scope } from './scope';
import { type ClinicTables, scopeDatabase } from './scoped-database';
import { byArrival, orders, readCursor, type View, writeCursor } from './worklist-orders';

/** What somebody may see who sees nothing clinical. */
export const frontDeskViews = ['open', 'waiting', 'done'] as const satisfies readonly View[];

export const pageSize = 50;
/** Further than this nobody counts: "99+". */
export const countMax = 100;

export interface WorklistAsked {
  readonly view: View;
  /**
   * Words of the name, or a date of birth, of intakes in any state; empty for everybody in the view.
   */
  readonly search: string;
  readonly urgency: Urgency | null;
  /** Where the page before ended. */
  readonly after: string | null;
}

export interface WorklistRow {
  readonly id: string;
  readonly patient: { readonly name: string; readonly dateOfBirth: Date | null } | null;
  readonly state: IntakeState;
  readonly receivedAt: Date;
  readonly isRead: boolean;
  readonly signedAt: Date | null;
  /** Null where nobody has called. */
  readonly called: Called | null;
  /** Null for whoever sees nothing clinical. */
  readonly clinical: {
    readonly urgency: Urgency;
    readonly ceiling: Urgency;
    readonly deadline: Date | null;
    /** The condition ranked first. */
    readonly leading: string | null;
    readonly recheckAt: Date | null;
    /** It is open again to be amended. */
    readonly isAmended: boolean;
  } | null;
}

/** An invitation that its patient has not used yet. */
export interface WaitingRow {
  readonly id: string;
  readonly patient: { readonly name: string; readonly dateOfBirth: Date | null } | null;
  readonly appointmentAt: Date | null;
  readonly invitedAt: Date;
  readonly expiresAt: Date;
}

export interface WorklistPage<Row> {
  readonly rows: readonly Row[];
  /** Where the next page begins; null on the last. */
  readonly next: string | null;
  /** More than `patientsMax` patients may fit the search: some of them are left out. */
  readonly isCut: boolean;
}

const status = {
  id: true,
  state: true,
  receivedAt: true,
  readAt: true,
  signedAt: true,
  patient: { select: { name: true, dateOfBirth: true } },
} as const;
const clinical = {
  ...status,
  urgency: true,
  urgencyCeiling: true,
  deadline: true,
  leading: true,
  recheckAt: true,
  amendment: true,
} as const;

/** One page of intakes. */
export async function readWorklist(
  database: PrismaClient,
  scope: Scope,
  asked: WorklistAsked,
  now: Date,
): Promise<WorklistPage<WorklistRow>> {
  const tables = scopeDatabase(database, scope);
  const { patientIds, isCut } = await findPatients(tables, asked.search);
  const found = patientIds && { patientId: { in: patientIds } };
  if (!may(scope.role, 'see-clinical')) {
    return { ...(await readStatus(tables, asked, found)), isCut };
  }

  const order = found ? byArrival : orders[asked.view === 'waiting' ? 'open' : asked.view];
  const rows = await tables.clinicIntake.findMany({
    where: {
      AND: [order.where(now), filterBy(asked.urgency), found ?? {}, order.after(asked.after)],
    },
    orderBy: order.by,
    take: pageSize + 1,
    select: { ...clinical, queueKey: true },
  });
  const shown = rows.slice(0, pageSize);
  const last = rows.length > pageSize ? shown.at(-1) : undefined;
  const called = await readCalled(tables, idsOf(shown));
  return {
    rows: shown.map((row) => ({
      ...toStatus(row, called),
      clinical: {
        urgency: levelOf(row.urgency),
        ceiling: levelOf(row.urgencyCeiling),
        deadline: row.deadline,
        leading: row.leading,
        recheckAt: row.recheckAt,
        isAmended: row.amendment !== null,
      },
    })),
    next: last ? order.next(last) : null,
    isCut,
  };
}

/** One page of invitations that nobody has used yet, the newest first. */
export async function readWaiting(
  database: PrismaClient,
  scope: Scope,
  { search, after }: Pick<WorklistAsked, 'search' | 'after'>,
  now: Date,
): Promise<WorklistPage<WaitingRow>> {
  const tables = scopeDatabase(database, scope);
  const { patientIds, isCut } = await findPatients(tables, search);
  const cursor = readCursor(after);
  const rows = await tables.invitation.findMany({
    where: {
      ...{ usedAt: null, cancelledAt: null, expiresAt: { gt: now } },
      ...(patientIds && { patientId: { in: patientIds } }),
      ...(cursor && {
        OR: [{ createdAt: { lt: cursor.at } }, { createdAt: cursor.at, id: { lt: cursor.id } }],
      }),
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: pageSize + 1,
    select: {
      ...{ id: true, appointmentAt: true, createdAt: true, expiresAt: true },
      patient: { select: { name: true, dateOfBirth: true } },
    },
  });
  const shown = rows.slice(0, pageSize);
  const last = rows.length > pageSize ? shown.at(-1) : undefined;
  return {
    rows: shown.map(({ createdAt, ...row }) => ({ ...row, invitedAt: createdAt })),
    next: last ? writeCursor(last.createdAt, last.id) : null,
    isCut,
  };
}

/** How many stand in each view, up to `countMax`. */
export async function countViews(
  database: PrismaClient,
  scope: Scope,
  now: Date,
): Promise<Readonly<Partial<Record<View, number>>>> {
  const tables = scopeDatabase(database, scope);
  const waiting = { usedAt: null, cancelledAt: null, expiresAt: { gt: now } };
  if (!may(scope.role, 'see-clinical')) {
    const [open, invited] = await Promise.all([
      tables.clinicIntake.count({ where: { state: 'open' }, take: countMax }),
      tables.invitation.count({ where: waiting, take: countMax }),
    ]);
    return { open, waiting: invited };
  }
  const count = (view: keyof typeof orders) =>
    tables.clinicIntake.count({ where: orders[view].where(now), take: countMax });
  const [open, unread, overdue, returned, invited] = await Promise.all([
    count('open'),
    count('unread'),
    count('overdue'),
    count('returned'),
    tables.invitation.count({ where: waiting, take: countMax }),
  ]);
  return { open, unread, overdue, returned, waiting: invited };
}

/** Names and states only, by arrival: the order of urgency would tell what is clinical. */
async function readStatus(
  tables: ClinicTables,
  { view, after }: WorklistAsked,
  found: Prisma.ClinicIntakeWhereInput | null,
): Promise<Omit<WorklistPage<WorklistRow>, 'isCut'>> {
  const rows = await tables.clinicIntake.findMany({
    where: {
      AND: [found ?? { state: view === 'done' ? 'signed' : 'open' }, byArrival.after(after)],
    },
    orderBy: byArrival.by,
    take: pageSize + 1,
    select: status,
  });
  const shown = rows.slice(0, pageSize);
  const last = rows.length > pageSize ? shown.at(-1) : undefined;
  const called = await readCalled(tables, idsOf(shown));
  return {
    rows: shown.map((row) => ({ ...toStatus(row, called), clinical: null })),
    next: last ? writeCursor(last.receivedAt, last.id) : null,
  };
}

/** The queue key begins with the level. */
function filterBy(urgency: Urgency | null): Prisma.ClinicIntakeWhereInput {
  return urgency === null
    ? {}
    : { queueKey: beginningWith(String(urgencyLevels.indexOf(urgency))) };
}

function toStatus(
  row: {
    id: string;
    patient: WorklistRow['patient'];
    state: IntakeState;
    receivedAt: Date;
    readAt: Date | null;
    signedAt: Date | null;
  },
  calledById: ReadonlyMap<string, Called>,
): Omit<WorklistRow, 'clinical'> {
  const { id, patient, state, receivedAt, signedAt } = row;
  const called = calledById.get(id) ?? null;
  return { id, patient, state, receivedAt, signedAt, called, isRead: row.readAt !== null };
}

function idsOf(rows: readonly { readonly id: string }[]): string[] {
  return rows.map(({ id }) => id);
}

function levelOf(place: number): Urgency {
  const level = urgencyLevels[place];
  if (!level) throw new Error(`urgency-unknown: ${place}`);
  return level;
}
