import { createHmac, randomUUID } from 'node:crypto';
import type { Browser, Page } from '@playwright/test';
import { PrismaPg } from '@prisma/adapter-pg';
import { findRunningDatabase } from '@/bin/find-running-database';
import type { ClinicHouse } from '@/lib/clinic/clinic-house';
import { createAccount } from '@/lib/clinic/create-account';
import type { Scope } from '@/lib/clinic/scope';
import { PrismaClient } from '@/lib/intake/generated/client';
import type { Role } from '@/lib/intake/generated/enums';
import { knowledgeBase } from '@/lib/knowledge/read-rules';
import { makeClinic } from '../integration/fresh-clinic';

export const password = 'correct horse battery';

export interface ClinicAccount {
  readonly email: string;
  readonly scope: Scope;
}

export interface TestClinic {
  readonly house: ClinicHouse;
  readonly join: (role: Role, name: string) => Promise<ClinicAccount>;
  readonly close: () => Promise<void>;
}

/** A clinic in the database of the server that is tested, with accounts as they are asked for. */
export async function makeTestClinic(name: string): Promise<TestClinic> {
  const database = new PrismaClient({
    adapter: new PrismaPg({
      connectionString: findRunningDatabase({
        ...process.env,
        SURAE_DATA: process.env.SURAE_TEST_DATA,
      }),
    }),
  });
  const clinic = await makeClinic(database, name);
  return {
    house: { database, base: knowledgeBase() },
    join: async (role, userName) => {
      const email = `${randomUUID()}@clinic.example`;
      const userId = await createAccount(database, { name: userName, email, password });
      if (!userId) throw new Error('address-taken');
      const { id } = await database.member.create({ data: { clinicId: clinic.id, userId, role } });
      return {
        email,
        scope: {
          ...{ clinicId: clinic.id, clinicName: name, memberId: id, userId, userName, role },
        },
      };
    },
    close: () => database.$disconnect(),
  };
}

/** Signs in by the form; with a second step if it has one. */
export async function signIn(page: Page, { email }: ClinicAccount): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL('**/clinic/worklist');
}

/** A page of its own, as somebody else's browser, signed in. */
export async function openAs(browser: Browser, account: ClinicAccount): Promise<Page> {
  const context = await browser.newContext({ baseURL: process.env.SURAE_TEST_URL });
  const page = await context.newPage();
  await signIn(page, account);
  return page;
}

/** The code that an authenticator shows now (RFC 6238: SHA-1, 30 s, 6 digits). */
export function codeNow(key: string, at = Date.now()): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)));
  const digest = createHmac('sha1', fromBase32(key)).update(counter).digest();
  const offset = (digest.at(-1) ?? 0) & 15;
  const number = (digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000;
  return String(number).padStart(6, '0');
}

function fromBase32(text: string): Buffer {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...text.replace(/=+$/, '')]
    .map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0'))
    .join('');
  const bytes = bits.match(/.{8}/g) ?? [];
  return Buffer.from(bytes.map((byte) => Number.parseInt(byte, 2)));
}
