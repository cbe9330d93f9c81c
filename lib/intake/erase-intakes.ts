/** Erasing what was shared: the row stays, so that a retry is known; its content goes. */
import { type AuditAction, appendAuditEvent } from './audit';
import { durably } from './durably';
import { Prisma, type PrismaClient } from './generated/client';
import { hashReference, normalizeReference } from './reference';

/**
 * Erases what the reference opens, if it opens anything; the caller cannot tell.
 * @param typed as somebody typed it
 */
export async function withdrawIntake(
  database: PrismaClient,
  typed: string,
  now: Date,
): Promise<void> {
  const referenceHash = hashReference(normalizeReference(typed));
  await erase(database, { referenceHash }, 'withdrawn', now);
}

/** Erases what nobody can open any more. Returns how many there were. */
export function eraseExpired(database: PrismaClient, now: Date): Promise<number> {
  return erase(database, { expiresAt: { lte: now } }, 'expired', now);
}

function erase(
  database: PrismaClient,
  which: Prisma.IntakeWhereInput,
  action: AuditAction,
  now: Date,
): Promise<number> {
  const gone = Prisma.DbNull;
  return durably(database, async (transaction) => {
    const erased = await transaction.intake.updateManyAndReturn({
      where: { ...which, erasedAt: null },
      data: {
        answers: gone,
        unsure: gone,
        assessment: gone,
        summary: gone,
        erasedAt: now,
        ...(action === 'withdrawn' && { withdrawnAt: now }),
      },
      select: { id: true },
    });
    for (const { id } of erased) {
      await appendAuditEvent(transaction, { at: now, intakeId: id, action });
    }
    return erased.length;
  });
}
