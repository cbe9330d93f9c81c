import { randomUUID } from 'node:crypto';
import { hashPassword } from 'better-auth/crypto';
import type { Prisma } from '@/lib/intake/generated/client';
import type { AccountInput } from './account-input';

/**
 * Stores an account as better-auth reads it, within the transaction of what it is for. Returns its
 * id; null where the address has an account already.
 */
export async function createAccount(
  transaction: Prisma.TransactionClient,
  { name, email, password }: AccountInput,
): Promise<string | null> {
  const id = randomUUID();
  const stored = await transaction.user.createMany({
    data: [{ id, name, email, emailVerified: true }],
    skipDuplicates: true,
  });
  if (stored.count === 0) return null;
  await transaction.account.create({
    data: {
      id: randomUUID(),
      accountId: id,
      providerId: 'credential',
      userId: id,
      password: await hashPassword(password),
    },
  });
  return id;
}
