/** The clinic's audit trail, for who may read it. */

import { type AuditVerdict, verifyAuditTrail } from '@/lib/intake/audit';
import type { PrismaClient } from '@/lib/intake/generated/client';
import { inClinic } from './in-clinic';
import { isId } from './open-clinic-intake';
import { demand, type Scope } from './scope';
import { scopeDatabase } from './scoped-database';

const pageSize = 100;

export interface AuditLine {
  readonly id: string;
  readonly at: Date;
  /** Null where no member did it. */
  readonly by: string | null;
  readonly action: string;
  readonly intakeId: string | null;
  readonly details: unknown;
}

/** One page, the newest first; `after` is the id of the last line of the page before. */
export async function readAuditTrail(
  database: PrismaClient,
  scope: Scope,
  { intakeId, after }: { readonly intakeId: string | null; readonly after: string | null },
): Promise<{ lines: readonly AuditLine[]; next: string | null }> {
  demand(scope, 'read-audit');
  const tables = scopeDatabase(database, scope);
  const rows = await tables.auditEvent.findMany({
    where: {
      ...(intakeId !== null && isId(intakeId) && { intakeId }),
      ...(after !== null && /^\d{1,18}$/.test(after) && { id: { lt: BigInt(after) } }),
    },
    orderBy: { id: 'desc' },
    take: pageSize + 1,
  });
  const shown = rows.slice(0, pageSize);
  const actors = shown.flatMap(({ actorId }) => actorId ?? []);
  const members = await tables.member.findMany({
    where: { id: { in: [...new Set(actors)] } },
    select: { id: true, user: { select: { name: true } } },
  });
  const lines = shown.map(({ id, at, actorId, action, intakeId: of, details }) => ({
    ...{ id: String(id), at, action, intakeId: of, details },
    by: members.find((member) => member.id === actorId)?.user.name ?? null,
  }));
  return { lines, next: rows.length > pageSize ? (lines.at(-1)?.id ?? null) : null };
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
