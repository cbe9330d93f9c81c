/** The clinic's audit trail, for who may read it. */

import { type AuditVerdict, appendAuditEvent, verifyAuditTrail } from '@/lib/intake/audit';
import { durably } from '@/lib/intake/durably';
import type { Prisma, PrismaClient } from '@/lib/intake/generated/client';
import { inClinic } from './in-clinic';
import { isId } from './open-clinic-intake';
import { demand, type Reach, type Scope } from './scope';
import { scopeDatabase } from './scoped-database';

const pageSize = 100;

export interface AuditLine {
  readonly id: string;
  readonly at: Date;
  /** The id of the member who did it; null where no member did. */
  readonly actorId: string | null;
  readonly by: string | null;
  readonly action: string;
  readonly intakeId: string | null;
  readonly details: unknown;
  /** That of the event before it in the clinic, and its own: the next one holds it. */
  readonly previousHash: string;
  readonly hash: string;
}

/** Which lines; each that is left out, or null, leaves none out. */
export interface AuditQuery {
  readonly intakeId?: string | null;
  /** The id of the last line of the page before. */
  readonly after?: string | null;
  readonly actions?: readonly string[] | undefined;
  readonly hashes?: readonly string[] | undefined;
  /** Each holds. */
  readonly at?: readonly { readonly gte?: Date; readonly lt?: Date }[];
  /** Lines of one page. */
  readonly count?: number;
}

interface TrailPage {
  readonly lines: readonly AuditLine[];
  /** The id after which the next page begins; null on the last. */
  readonly next: string | null;
}

/** A key that may read the trail of its clinic. */
export interface AuditorKey {
  readonly id: string;
  readonly clinicId: string;
}

/** One page, the newest first. */
export async function readAuditTrail(
  database: PrismaClient,
  reach: Reach,
  { count = pageSize, ...query }: AuditQuery,
): Promise<TrailPage> {
  demand(reach, 'read-audit');
  const tables = scopeDatabase(database, reach);
  const rows = await tables.auditEvent.findMany({
    where: whereOf(query),
    orderBy: { id: 'desc' },
    take: count + 1,
    omit: { clinicId: true },
  });
  const shown = rows.slice(0, count);
  const actors = shown.flatMap(({ actorId }) => actorId ?? []);
  const members = await tables.member.findMany({
    where: { id: { in: [...new Set(actors)] } },
    select: { id: true, user: { select: { name: true } } },
  });
  const lines = shown.map((line) => ({
    ...line,
    id: String(line.id),
    by: members.find((member) => member.id === line.actorId)?.user.name ?? null,
  }));
  return { lines, next: rows.length > count ? (lines.at(-1)?.id ?? null) : null };
}

/**
 * The same for a program, whose reading stands in the trail too. What tells of nothing but such
 * readings leaves no further one: whoever polls until there is nothing new comes to an end.
 * @param now the server's clock
 */
export async function readTrailByKey(
  database: PrismaClient,
  { id: key, clinicId }: AuditorKey,
  query: AuditQuery,
  now: Date,
): Promise<TrailPage> {
  const page = await readAuditTrail(database, { clinicId, role: 'auditor' }, query);
  if (page.lines.some(({ action }) => action !== 'audit-read')) {
    const details = { key, entries: page.lines.length };
    await durably(database, (transaction) =>
      appendAuditEvent(transaction, { action: 'audit-read', at: now, clinicId, details }),
    );
  }
  return page;
}

function whereOf({
  intakeId = null,
  after = null,
  actions,
  hashes,
  at = [],
}: Omit<AuditQuery, 'count'>): Prisma.AuditEventWhereInput {
  return {
    // What is no id matches nothing: a filter is never left out.
    ...(intakeId !== null && { intakeId: isId(intakeId) ? intakeId : { in: [] } }),
    ...(after !== null && { id: { lt: /^\d{1,18}$/.test(after) ? BigInt(after) : 0n } }),
    ...(actions && { action: { in: [...actions] } }),
    ...(hashes && { hash: { in: [...hashes] } }),
    AND: at.map((range) => ({ at: range })),
  };
}

/** Recomputes the clinic's whole chain, and notes that somebody did. */
export async function verifyClinicTrail(
  database: PrismaClient,
  scope: Scope,
  now: Date,
): Promise<AuditVerdict> {
  demand(scope, 'read-audit');
  const verdict = await verifyAuditTrail(scopeDatabase(database, scope), scope.clinicId);
  await inClinic(database, scope, ({ record }) =>
    record({ action: 'audit-verified', at: now, details: { sound: verdict.ok } }),
  );
  return verdict;
}
