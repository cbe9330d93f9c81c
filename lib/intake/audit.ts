/**
 * The audit trail: only appended to, each event holding the hash of the one before. Every clinic
 * has a chain of its own; what is shared by a reference stands in the chain without a clinic.
 */
import { createHash } from 'node:crypto';
import type { Prisma } from './generated/client';

/** What can happen: to a share, to a clinic's intake, and in the clinic. */
export const auditActions = [
  ...['submitted', 'opened', 'withdrawn', 'expired'],
  ...['patient-invited', 'invitation-cancelled', 'received', 'changed'],
  ...['signed', 'amendment-begun', 'amended', 'entered-in-error', 'printed', 'exported'],
  ...['outcome-recorded', 'patient-called', 'clinic-set-up', 'clinic-changed', 'member-invited'],
  ...['member-invitation-cancelled', 'member-joined', 'member-changed', 'member-removed'],
  ...['api-key-made', 'api-key-revoked', 'signed-out-everywhere', 'audit-verified', 'audit-read'],
] as const;
export type AuditAction = (typeof auditActions)[number];

interface AuditEntry {
  readonly at: Date;
  readonly action: AuditAction;
  readonly intakeId?: string;
  readonly clinicId?: string;
  /** The member who did it. */
  readonly actorId?: string;
  readonly details?: Prisma.InputJsonObject;
}

/** What is asked of the database here: a client of the whole can do it, and one of a clinic. */
interface AuditDatabase {
  readonly auditEvent: {
    findMany(args: {
      where: Prisma.AuditEventWhereInput;
      orderBy: { id: 'asc' };
      take: number;
    }): PromiseLike<(Chained & { id: bigint; hash: string })[]>;
  };
}

interface AuditTransaction {
  readonly $executeRaw: Prisma.TransactionClient['$executeRaw'];
  readonly auditEvent: {
    findFirst(args: {
      where: Prisma.AuditEventWhereInput;
      orderBy: { id: 'desc' };
      select: { hash: true };
    }): PromiseLike<{ hash: string } | null>;
    create(args: { data: Prisma.AuditEventUncheckedCreateInput }): PromiseLike<unknown>;
  };
}

/** `head` is the hash of the last event: kept elsewhere, it shows a trail that was cut short. */
export type AuditVerdict =
  | { readonly ok: true; readonly events: number; readonly head: string }
  | { readonly ok: false; readonly event: bigint; readonly fault: 'changed' | 'not-linked' };

/** "audit" in ASCII: any number that nothing else locks. */
const lockKey = 0x6175646974n;
const batchSize = 1000;

/** Appends to the trail, within the transaction of what it records: both are there, or neither. */
export async function appendAuditEvent(
  transaction: AuditTransaction,
  entry: AuditEntry,
): Promise<void> {
  const { at, action, details } = entry;
  const { intakeId = null, clinicId = null, actorId = null }: Who = entry;
  // Held until the commit: the next one to append then sees this event as the last.
  await (clinicId === null
    ? transaction.$executeRaw`SELECT pg_advisory_xact_lock(${lockKey})`
    : transaction.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${clinicId}, ${lockKey}))`);
  const last = await transaction.auditEvent.findFirst({
    where: { clinicId },
    orderBy: { id: 'desc' },
    select: { hash: true },
  });
  const previousHash = last?.hash ?? beginningOf(clinicId);
  const event = { at, clinicId, intakeId, actorId, action, details: details ?? null, previousHash };
  const hash = hashEvent(event);
  const told = details === undefined ? {} : { details };
  await transaction.auditEvent.create({
    data: { at, clinicId, intakeId, actorId, action, previousHash, hash, ...told },
  });
}

/**
 * Recomputes the whole chain of a clinic, or that of the shares; the first event that does not fit,
 * if there is one.
 */
export async function verifyAuditTrail(
  database: AuditDatabase,
  clinicId: string | null = null,
): Promise<AuditVerdict> {
  let head = beginningOf(clinicId);
  let events = 0;
  let after = 0n;
  for (;;) {
    const batch = await database.auditEvent.findMany({
      where: { clinicId, id: { gt: after } },
      orderBy: { id: 'asc' },
      take: batchSize,
    });
    for (const event of batch) {
      if (event.previousHash !== head) return { ok: false, event: event.id, fault: 'not-linked' };
      if (event.hash !== hashEvent(event)) return { ok: false, event: event.id, fault: 'changed' };
      head = event.hash;
      after = event.id;
      events += 1;
    }
    if (batch.length < batchSize) return { ok: true, events, head };
  }
}

/** What the first event of a chain holds in place of a hash before it. */
function beginningOf(clinicId: string | null): string {
  return clinicId === null ? '0'.repeat(64) : createHash('sha256').update(clinicId).digest('hex');
}

interface Who {
  readonly intakeId?: string | null;
  readonly clinicId?: string | null;
  readonly actorId?: string | null;
}

interface Chained {
  readonly at: Date;
  readonly clinicId: string | null;
  readonly intakeId: string | null;
  readonly actorId: string | null;
  readonly action: string;
  readonly details: unknown;
  readonly previousHash: string;
}

/** Of a share: without what only a clinic's events have. */
function hashEvent(event: Chained): string {
  const { previousHash, at, clinicId, intakeId, actorId, action, details } = event;
  const content = [previousHash, at.toISOString(), intakeId, action];
  const more = clinicId === null ? [] : [clinicId, actorId, inKeyOrder(details)];
  return createHash('sha256')
    .update(JSON.stringify([...content, ...more]))
    .digest('hex');
}

/** JSON whose text depends on no order of keys: PostgreSQL keeps them in one of its own. */
export function inKeyOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inKeyOrder);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, part]) => [key, inKeyOrder(part)] as const);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
