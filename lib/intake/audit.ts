/** The audit trail: only appended to, each event holding the hash of the one before. */
import { createHash } from 'node:crypto';
import type { Prisma } from './generated/client';

export type AuditAction = 'submitted' | 'opened' | 'withdrawn' | 'expired';

interface AuditEntry {
  readonly at: Date;
  readonly intakeId: string;
  readonly action: AuditAction;
}

/** `head` is the hash of the last event: kept elsewhere, it shows a trail that was cut short. */
export type AuditVerdict =
  | { readonly ok: true; readonly events: number; readonly head: string }
  | { readonly ok: false; readonly event: bigint; readonly fault: 'changed' | 'not-linked' };

/** What the first event holds in place of a hash before it. */
const beginning = '0'.repeat(64);
/** "audit" in ASCII: any number that nothing else locks. */
const lockKey = 0x6175646974n;
const batchSize = 1000;

/** Appends to the trail, within the transaction of what it records: both are there, or neither. */
export async function appendAuditEvent(
  transaction: Prisma.TransactionClient,
  entry: AuditEntry,
): Promise<void> {
  // Held until the commit: the next one to append then sees this event as the last.
  await transaction.$executeRaw`SELECT pg_advisory_xact_lock(${lockKey})`;
  const last = await transaction.auditEvent.findFirst({ orderBy: { id: 'desc' } });
  const previousHash = last?.hash ?? beginning;
  const hash = hashEvent({ ...entry, previousHash });
  await transaction.auditEvent.create({ data: { ...entry, previousHash, hash } });
}

/** Recomputes the whole chain; the first event that does not fit, if there is one. */
export async function verifyAuditTrail(database: Prisma.TransactionClient): Promise<AuditVerdict> {
  let head = beginning;
  let events = 0;
  let after = 0n;
  for (;;) {
    const batch = await database.auditEvent.findMany({
      where: { id: { gt: after } },
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

interface Chained {
  readonly at: Date;
  readonly intakeId: string;
  readonly action: string;
  readonly previousHash: string;
}

function hashEvent({ previousHash, at, intakeId, action }: Chained): string {
  const content = JSON.stringify([previousHash, at.toISOString(), intakeId, action]);
  return createHash('sha256').update(content).digest('hex');
}
