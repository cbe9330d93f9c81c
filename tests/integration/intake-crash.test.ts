import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningDatabase, startEmbeddedPostgres } from '@/bin/embedded-postgres';
import { migrate } from '@/bin/migrate';
import { prepareDataFolder } from '@/bin/postgres-account';
import { findPostmaster } from '@/bin/postmaster';
import { hashReference } from '@/lib/intake/reference';

/** More of them when somebody wants to be surer. */
const rounds = Number(process.env.CRASH_ROUNDS ?? 2);
const never = new AbortController().signal;

let folder: string;
let database: RunningDatabase;
const children: ChildProcess[] = [];
/** Reference by submission key, for all that was ever acknowledged. */
const acknowledged = new Map<string, string>();

beforeAll(async () => {
  folder = prepareDataFolder(mkdtempSync(join(tmpdir(), 'surae-crash-')));
  database = await startEmbeddedPostgres(folder, never);
  await migrate(database.url);
});

afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  await database.stop();
  rmSync(folder, { recursive: true });
});

describe('nothing acknowledged is lost, and nothing is there twice', () => {
  test('when the process that saves is killed', async () => {
    for (let round = 0; round < rounds; round += 1) {
      const child = await startSubmitting();
      await aMoment();
      await kill(child);
      expect(await findLost()).toEqual([]);
    }
  });

  test('when the database is killed, and comes back while the process tries again', async () => {
    const child = await startSubmitting();
    for (let round = 0; round < rounds; round += 1) {
      await aMoment();
      await killDatabase();
      database = await restartDatabase();
      expect(await findLost()).toEqual([]);
    }
    await kill(child);
    expect(await findLost()).toEqual([]);
  });
});

/** Starts a process that submits, and waits for its first acknowledgement. */
async function startSubmitting(): Promise<ChildProcess> {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', fileURLToPath(new URL('./submit-forever.ts', import.meta.url))],
    {
      env: { ...process.env, DATABASE_URL: database.url, SURAE_DATA: folder },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  children.push(child);
  const before = acknowledged.size;
  createInterface({ input: child.stdout }).on('line', (line) => {
    const [, key, reference] = /^(\S{36}) (\S{19})$/.exec(line) ?? [];
    if (key && reference) acknowledged.set(key, reference);
  });
  await untilMoreThan(before);
  return child;
}

/** Ends up to 20 ms after another acknowledgement: what is not on disk by then is lost. */
async function aMoment(): Promise<void> {
  await untilMoreThan(acknowledged.size);
  await sleep(Math.random() * 20);
}

async function untilMoreThan(count: number): Promise<void> {
  while (acknowledged.size <= count) await sleep(1);
}

async function kill(child: ChildProcess): Promise<void> {
  const closed = once(child, 'close');
  child.kill('SIGKILL');
  await closed;
}

/** Kills every process of PostgreSQL, so that none can finish what it had begun. */
async function killDatabase(): Promise<void> {
  const postmaster = findPostmaster(join(folder, 'postgres'));
  if (!postmaster) throw new Error('PostgreSQL does not run');
  const { pid } = postmaster;
  process.kill(pid, 'SIGSTOP');
  const others = `/proc/${pid}/task/${pid}/children`;
  const pids = existsSync(others) ? readFileSync(others, 'utf8').split(' ').map(Number) : [];
  for (const one of [...pids.filter(Boolean), pid]) process.kill(one, 'SIGKILL');
  await database.ended;
}

/** A killed process may hold PostgreSQL's shared memory for a moment more, and then it refuses. */
async function restartDatabase(): Promise<RunningDatabase> {
  for (let triesLeft = 20; ; triesLeft -= 1) {
    try {
      return await startEmbeddedPostgres(folder, never);
    } catch (error) {
      if (triesLeft === 0) throw error;
      await sleep(100);
    }
  }
}

/** The keys of what was acknowledged and is not there exactly once, with the reference told. */
async function findLost(): Promise<string[]> {
  const client = new Client({ connectionString: database.url });
  await client.connect();
  const { rows } = await client.query<{ submissionKey: string; referenceHash: string }>(
    'SELECT "submissionKey", "referenceHash" FROM "Intake"',
  );
  await client.end();
  return [...acknowledged].flatMap(([key, reference]) => {
    const stored = rows.filter(({ submissionKey }) => submissionKey === key);
    const isSafe = stored.length === 1 && stored[0]?.referenceHash === hashReference(reference);
    return isSafe ? [] : [key];
  });
}
