import type { Prisma, PrismaClient } from './generated/client';

/** How long one transaction may wait for a connection, and then take, in milliseconds. */
const limits = { maxWait: 10_000, timeout: 15_000 };

/**
 * Does `work` in one transaction. What it resolves with is on disk, whatever the server's own
 * `synchronous_commit` says; where it rejects, nothing has happened.
 */
export function durably<Result>(
  database: PrismaClient,
  work: (transaction: Prisma.TransactionClient) => Promise<Result>,
): Promise<Result> {
  return database.$transaction(async (transaction) => {
    await transaction.$executeRaw`SET LOCAL synchronous_commit TO on`;
    return work(transaction);
  }, limits);
}
