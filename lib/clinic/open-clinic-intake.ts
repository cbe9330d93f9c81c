/** One intake of the clinic, for whoever may see what is clinical: everything its page shows. */
import { z } from 'zod';
import type { PrismaClient, SignedVersion } from '@/lib/intake/generated/client';
import type { IntakeState, SignedKind } from '@/lib/intake/generated/enums';
import { summarize } from '@/lib/summary/summarize';
import type { Summary } from '@/lib/summary/summary';
import type { ClinicHouse } from './clinic-house';
import { examinedInput } from './examined-input';
import { inClinic } from './in-clinic';
import { type IntakeContent, readContent } from './intake-content';
import { judge } from './judge';
import { demand, type Scope } from './scope';
import { type ClinicTables, scopeDatabase } from './scoped-database';

export interface OpenedClinicIntake {
  readonly id: string;
  readonly state: IntakeState;
  readonly revision: number;
  readonly receivedAt: Date;
  /** Deadlines run from here. */
  readonly answeredAt: Date;
  readonly content: IntakeContent;
  /** Why it is being amended, while it is. */
  readonly amendment: string | null;
  readonly recheckAt: Date | null;
  readonly signedAt: Date | null;
  /** From when recovery is counted. */
  readonly courseFrom: Date | null;
  /** The newest first. */
  readonly versions: readonly VersionLine[];
  /** Who changed which fields, the newest first. */
  readonly changes: readonly ChangeLine[];
  /** The intake before it of the same complaint, and those after it. */
  readonly followsId: string | null;
  readonly followedBy: readonly { readonly id: string; readonly receivedAt: Date }[];
}

export interface VersionLine {
  readonly version: number;
  readonly kind: SignedKind;
  readonly reason: string | null;
  readonly signedAt: Date;
  readonly signedByName: string;
}

export interface ChangeLine {
  readonly at: Date;
  readonly by: string;
  readonly fields: readonly string[];
}

/** Who the patient is: kept, and asked for, apart from what is clinical. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly dateOfBirth: Date | null;
}

const changesMax = 50;

/**
 * Opens an intake: the first opening marks it read, and each stands in the audit trail. Null where
 * the clinic has none such.
 * @param now the server's clock
 */
export async function openClinicIntake(
  database: PrismaClient,
  scope: Scope,
  intakeId: string,
  now: Date,
): Promise<OpenedClinicIntake | null> {
  demand(scope, 'see-clinical');
  const found = await readClinicIntake(database, scope, intakeId);
  if (!found) return null;
  await inClinic(database, scope, async ({ tables, record }) => {
    await tables.clinicIntake.updateMany({
      where: { id: intakeId, readAt: null },
      data: { readAt: now },
    });
    await record({ action: 'opened', at: now, intakeId });
  });
  return found;
}

/** The intake as it stands, without a trace: for a page that was opened already. */
export async function readClinicIntake(
  database: PrismaClient,
  scope: Scope,
  intakeId: string,
): Promise<OpenedClinicIntake | null> {
  demand(scope, 'see-clinical');
  if (!isId(intakeId)) return null;
  const tables = scopeDatabase(database, scope);
  const row = await tables.clinicIntake.findUnique({
    where: { id: intakeId },
    include: {
      versions: {
        orderBy: { version: 'desc' },
        select: { version: true, kind: true, reason: true, signedAt: true, signedByName: true },
      },
      followed: { select: { id: true, receivedAt: true }, orderBy: { receivedAt: 'asc' } },
    },
  });
  if (!row) return null;
  const { id, state, revision, receivedAt, answeredAt, amendment, versions } = row;
  return {
    ...{ id, state, revision, receivedAt, answeredAt, amendment, versions },
    recheckAt: row.recheckAt,
    signedAt: row.signedAt,
    courseFrom: row.courseFrom,
    content: readContent(row),
    changes: await listChanges(tables, id),
    followsId: row.followsId,
    followedBy: row.followed,
  };
}

/** Whom an intake is of; null where nobody has said. */
export async function readPerson(
  database: PrismaClient,
  scope: Scope,
  intakeId: string,
): Promise<Person | null> {
  const row = await scopeDatabase(database, scope).clinicIntake.findUnique({
    where: { id: intakeId },
    select: { patient: { select: { id: true, name: true, dateOfBirth: true } } },
  });
  return row?.patient ?? null;
}

/** The summary of the last signed version; null where there is none. */
export async function readSignedSummary(
  database: PrismaClient,
  scope: Scope,
  intakeId: string,
): Promise<Summary | null> {
  demand(scope, 'see-clinical');
  if (!isId(intakeId)) return null;
  const found = await scopeDatabase(database, scope).signedVersion.findFirst({
    where: { intakeId, kind: { not: 'enteredInError' } },
    orderBy: { version: 'desc' },
    select: { content: true },
  });
  return found ? summaryIn(found) : null;
}

/**
 * Opens one version as it was signed; each opening stands in the audit trail. Null where the clinic
 * has none such.
 * @param now the server's clock
 */
export async function openSignedVersion(
  database: PrismaClient,
  scope: Scope,
  intakeId: string,
  version: number,
  now: Date,
): Promise<{ readonly summary: Summary; readonly isLatest: boolean } | null> {
  demand(scope, 'see-clinical');
  if (!isId(intakeId) || !Number.isSafeInteger(version)) return null;
  const tables = scopeDatabase(database, scope);
  const found = await tables.signedVersion.findFirst({
    where: { intakeId, version, kind: { not: 'enteredInError' } },
    select: { content: true },
  });
  if (!found) return null;
  const later = await tables.signedVersion.count({ where: { intakeId, version: { gt: version } } });
  await inClinic(database, scope, ({ record }) =>
    record({ action: 'opened', at: now, intakeId, details: { version } }),
  );
  return { summary: summaryIn(found), isLatest: later === 0 };
}

/**
 * The summary of what was signed; while it is open, also for an amendment, as it stands. Null where the
 * clinic has none such, or it was entered in error: nothing of that is handed on.
 */
export async function readSummaryNow(
  { database, base }: ClinicHouse,
  scope: Scope,
  intakeId: string,
): Promise<Summary | null> {
  const found = await readClinicIntake(database, scope, intakeId);
  if (!found || found.state === 'enteredInError') return null;
  if (found.state === 'signed') return readSignedSummary(database, scope, intakeId);
  const { content, answeredAt } = found;
  const { assessment } = await judge(base, content, answeredAt);
  const voice = { audience: 'clinician', language: 'en' } as const;
  const { unsure } = content;
  return summarize(base, examinedInput(base, content), assessment, voice, { unsure });
}

function summaryIn({ content }: Pick<SignedVersion, 'content'>): Summary {
  const parsed = z.object({ summary: z.custom<Summary>(isSummary) }).parse(content);
  return parsed.summary;
}

/** Only `signAssessment` writes it, and nothing can change it: the version tells all. */
function isSummary(stored: unknown): boolean {
  return (
    typeof stored === 'object' && stored !== null && 'version' in stored && stored.version === 1
  );
}

async function listChanges(tables: ClinicTables, intakeId: string): Promise<ChangeLine[]> {
  const rows = await tables.intakeChange.findMany({
    where: { intakeId },
    orderBy: { at: 'desc' },
    take: changesMax,
    select: { at: true, memberId: true, fields: true },
  });
  const members = await tables.member.findMany({
    where: { id: { in: rows.map(({ memberId }) => memberId) } },
    select: { id: true, user: { select: { name: true } } },
  });
  return rows.map(({ at, memberId, fields }) => ({
    at,
    by: members.find(({ id }) => id === memberId)?.user.name ?? '',
    fields: Object.keys(z.record(z.string(), z.unknown()).parse(fields)),
  }));
}

/** Whether it can be an intake's id at all: the database refuses to look for anything else. */
export function isId(text: string): boolean {
  return z.uuid().safeParse(text).success;
}
