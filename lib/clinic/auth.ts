/** Accounts, with better-auth on our database: passwords, codes, passkeys, sessions. */
import { createHmac } from 'node:crypto';
import { passkey } from '@better-auth/passkey';
import { betterAuth } from 'better-auth';
import { prismaAdapter } from 'better-auth/adapters/prisma';
import { nextCookies } from 'better-auth/next-js';
import { twoFactor } from 'better-auth/plugins';
import { connectDatabase } from '@/lib/intake/database';
import type { PrismaClient } from '@/lib/intake/generated/client';
import { referenceSecret } from '@/lib/intake/reference-secret';
import { siteAddress } from '@/lib/settings/site-address';
import { guardAccounts } from './account-guard';
import { passwordLengthMax, passwordLengthMin } from './password-rule';
import { sessionHoursMax } from './session-scope';

const name = 'Surae';

declare global {
  var suraeAuth: Promise<Auth> | undefined;
}

type Auth = ReturnType<typeof makeAuth>;

/** The accounts of this server, made when they are first asked for; rejects while no database answers. */
export function authOf(): Promise<Auth> {
  globalThis.suraeAuth ??= connectDatabase()
    .then(makeAuth)
    .catch((error: unknown) => {
      globalThis.suraeAuth = undefined;
      throw error;
    });
  return globalThis.suraeAuth;
}

/**
 * Accounts are made by set-up and by a member's invitation only, never by signing up. The address
 * of the site is that of `SURAE_URL`, or else the host that was asked for.
 */
function makeAuth(database: PrismaClient) {
  const site = siteAddress();
  return betterAuth({
    appName: name,
    baseURL: site ?? { allowedHosts: ['*'], fallback: 'http://localhost:3000' },
    // Both ways in, the route and Next's server actions, refuse what another site's page sent.
    trustedOrigins: (request) => request?.headers.get('origin')?.split(' ') ?? [],
    secret: createHmac('sha256', referenceSecret()).update('accounts').digest('hex'),
    database: prismaAdapter(database, { provider: 'postgresql' }),
    telemetry: { enabled: false },
    // It would count by an address that anybody can forge: `guardAccounts` counts by account.
    rateLimit: { enabled: false },
    advanced: { useSecureCookies: site?.startsWith('https://') ?? false },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLengthMin,
      maxPasswordLength: passwordLengthMax,
    },
    // When it was last used is our own affair (`session-scope`): an idle one ends sooner.
    session: { expiresIn: sessionHoursMax * 60 * 60, disableSessionRefresh: true },
    hooks: guardAccounts(database),
    plugins: [twoFactor({ issuer: name }), passkey({ rpName: name }), nextCookies()],
  });
}
