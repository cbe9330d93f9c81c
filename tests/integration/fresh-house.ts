import { randomBytes, randomUUID } from 'node:crypto';
import { PrismaPg } from '@prisma/adapter-pg';
import { Client } from 'pg';
import { migrate } from '@/bin/migrate';
import { PrismaClient } from '@/lib/intake/generated/client';
import type { Submission } from '@/lib/intake/submission';
import type { IntakeHouse } from '@/lib/intake/submit-intake';
import { knowledgeBase } from '@/lib/knowledge/read-rules';

export interface FreshHouse extends IntakeHouse {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** An intake house with a database of its own on the server of `DATABASE_URL`. */
export async function makeFreshHouse(): Promise<FreshHouse> {
  const server = process.env.DATABASE_URL ?? '';
  const name = `intake_${randomBytes(6).toString('hex')}`;
  await runAlone(server, `CREATE DATABASE ${name}`);
  const address = new URL(server);
  address.pathname = `/${name}`;
  await migrate(address.href);
  const database = new PrismaClient({
    adapter: new PrismaPg({ connectionString: address.href }),
  });
  return {
    url: address.href,
    database,
    base: knowledgeBase(),
    secret: 'a secret that only these tests use',
    close: async () => {
      await database.$disconnect();
      await runAlone(server, `DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}

/** A submission of its own, with answers that every rule base knows. */
export function makeSubmission(changes: Partial<Submission> = {}): Submission {
  return {
    submissionKey: randomUUID(),
    audience: 'patient',
    answers: { age: 34, onset: 'sudden-pop', side: 'left' },
    unsure: [],
    answeredSecondsAgo: 0,
    ...changes,
  };
}

/** Runs one statement on a connection of its own, as the database's owner. */
export async function runAlone(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
