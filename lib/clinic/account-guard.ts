/** Brakes on guessing: wrong passwords count by account, whoever tries; a code counts once. */
import { createHash } from 'node:crypto';
import { APIError, createAuthMiddleware } from 'better-auth/api';
import { RateLimiterPrisma, RateLimiterRes } from 'rate-limiter-flexible';
import { z } from 'zod';
import type { PrismaClient } from '@/lib/intake/generated/client';

const wrongPasswordsMax = 10;
const holdSeconds = 15 * 60;
/** A code of the authenticator holds for 30 s, and those beside it are taken too. */
const codeSeconds = 120;

const signIn = z.object({ email: z.string() });
const code = z.object({ code: z.string() });

/** The hooks of better-auth that brake. */
export function guardAccounts(database: PrismaClient) {
  const passwords = new RateLimiterPrisma({
    storeClient: database,
    keyPrefix: 'password',
    points: wrongPasswordsMax,
    duration: holdSeconds,
    blockDuration: holdSeconds,
  });
  const codes = new RateLimiterPrisma({
    storeClient: database,
    keyPrefix: 'code',
    points: 1,
    duration: codeSeconds,
  });

  return {
    before: createAuthMiddleware(async ({ path, body }) => {
      const asked = path === '/sign-in/email' ? signIn.safeParse(body) : null;
      if (!asked?.success) return;
      // Counted before it is tried, so that many at once are no way around; a right one takes it back.
      if (!(await take(passwords, accountKey(asked.data.email)))) {
        throw new APIError('TOO_MANY_REQUESTS', { code: 'ACCOUNT_HELD' });
      }
    }),
    after: createAuthMiddleware(async ({ path, body, context }) => {
      if (path === '/sign-in/email') {
        const asked = signIn.safeParse(body);
        if (asked.success && !(context.returned instanceof APIError)) {
          await passwords.delete(accountKey(asked.data.email));
        }
      }
      if (path !== '/two-factor/verify-totp') return;
      const given = code.safeParse(body);
      const session = context.newSession;
      if (!given.success || !session) return;
      if (await take(codes, hash(`${session.user.id} ${given.data.code}`))) return;
      await context.internalAdapter.deleteSession(session.session.token);
      throw new APIError('UNAUTHORIZED', { code: 'CODE_USED' });
    }),
  };
}

async function take(limiter: RateLimiterPrisma, key: string): Promise<boolean> {
  try {
    await limiter.consume(key);
    return true;
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return false;
    throw refused;
  }
}

/** An address that has no account is counted alike: nobody learns which have one. */
function accountKey(email: string): string {
  return hash(email.trim().toLowerCase());
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
