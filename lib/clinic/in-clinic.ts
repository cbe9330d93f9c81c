import { type AuditAction, appendAuditEvent } from '@/lib/intake/audit';
import type { Prisma, PrismaClient } from '@/lib/intake/generated/client';
import type { Scope } from './scope';
import { type ClinicTables, scopeDatabase } from './scoped-database';

/** How long one transaction may wait for a connection, and then take, in milliseconds. */
const limits = { maxWait: 10_000, timeout: 15_000 };

/** What PostgreSQL is told when a clinic's list changes; the message is the clinic's id. */
export const worklistChannel = 'surae_worklist';

export interface ClinicEvent {
  readonly action: AuditAction;
  readonly at: Date;
  readonly intakeId?: string;
  /** Names and counts, never what was answered. */
  readonly details?: Prisma.InputJsonObject;
  /** The patient did it, or a clock: no member. */
  readonly byNobody?: boolean;
}

export interface InClinic {
  readonly tables: ClinicTables;
  /** Puts it into the clinic's audit trail, and tells open worklists once it is stored. */
  readonly record: (event: ClinicEvent) => Promise<void>;
}

/**
 * Does `work` in one transaction on what the scope may see. What it resolves with is on disk; where
 * it rejects, nothing has happened, and nothing stands in the audit trail.
 */
export function inClinic<Result>(
  database: PrismaClient,
  scope: Scope,
  work: (clinic: InClinic) => Promise<Result>,
): Promise<Result> {
  return scopeDatabase(database, scope).$transaction(async (transaction) => {
    await transaction.$executeRaw`SET LOCAL synchronous_commit TO on`;
    return work({
      tables: transaction,
      record: async ({ byNobody = false, ...event }) => {
        await appendAuditEvent(transaction, {
          ...event,
          clinicId: scope.clinicId,
          ...(!byNobody && { actorId: scope.memberId }),
        });
        await transaction.$executeRaw`SELECT pg_notify(${worklistChannel}, ${scope.clinicId})`;
      },
    });
  }, limits);
}
