import type { Summary } from '@/lib/summary/summary';
import { appendAuditEvent } from './audit';
import { durably } from './durably';
import type { PrismaClient } from './generated/client';
import { hashReference, normalizeReference } from './reference';

export interface OpenedIntake {
  readonly summary: Summary;
  readonly submittedAt: Date;
  readonly expiresAt: Date;
}

/**
 * What the reference opens, once the opening stands in the audit trail. Null, after the same
 * single look-up, where the reference is unknown, malformed, expired or withdrawn.
 * @param typed as somebody typed it
 * @param now the server's clock
 */
export async function openIntake(
  database: PrismaClient,
  typed: string,
  now: Date,
): Promise<OpenedIntake | null> {
  const reference = normalizeReference(typed);
  const intake = await database.intake.findFirst({
    where: { referenceHash: hashReference(reference), erasedAt: null, expiresAt: { gt: now } },
    select: { id: true, summary: true, submittedAt: true, expiresAt: true },
  });
  if (!intake) return null;
  const { id, submittedAt, expiresAt } = intake;
  const summary: unknown = intake.summary;
  if (!isSummary(summary)) throw new Error(`summary-of-another-version: intake ${id}`);
  await durably(database, (transaction) =>
    appendAuditEvent(transaction, { at: now, intakeId: id, action: 'opened' }),
  );
  return {
    summary: {
      ...summary,
      levels: summary.levels ?? [],
      replay: summary.replay ?? null,
      conclusion: summary.conclusion ?? null,
      reference,
    },
    submittedAt,
    expiresAt,
  };
}

/** A summary stored before these were part of it has none of them. */
type Added = 'levels' | 'replay' | 'conclusion';
type StoredSummary = Omit<Summary, Added> & Partial<Pick<Summary, Added>>;

/** Only `submitIntake` writes it, and nothing can change it: the version tells all. */
function isSummary(stored: unknown): stored is StoredSummary {
  return (
    typeof stored === 'object' && stored !== null && 'version' in stored && stored.version === 1
  );
}
