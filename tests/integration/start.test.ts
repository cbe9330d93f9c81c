import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { prepareRun, type Surae, startSurae } from '../start-surae';

const ready = 'Surae is ready';

let run: Awaited<ReturnType<typeof prepareRun>>;
let starts: Surae[];

beforeEach(async () => {
  run = await prepareRun();
  starts = [];
});

afterEach(async () => {
  for (const { launcher, ends } of starts) {
    launcher.kill('SIGTERM');
    await ends;
  }
  run.remove();
});

function start(environment: Record<string, string> = {}): Surae {
  const surae = startSurae({ ...run.environment, ...environment });
  starts.push(surae);
  return surae;
}

describe('npm start', () => {
  it('serves, and leaves no process when it is stopped', async () => {
    const surae = start();
    await surae.prints(ready);
    expect((await fetch(`${run.url}/health`)).status).toBe(200);
    surae.launcher.kill('SIGINT');
    expect(await surae.ends).toBe(0);
    expect(processesNaming(run.environment.SURAE_DATA)).toEqual([]);
    await expect(fetch(run.url)).rejects.toThrow('fetch failed');
  });

  it.each([0, 100, 300, 600, 1000, 1500])(
    'leaves no process when stopped after %i ms',
    async (ms) => {
      const surae = start();
      await new Promise((resolve) => setTimeout(resolve, ms));
      surae.launcher.kill('SIGINT');
      await surae.ends;
      expect(processesNaming(run.environment.SURAE_DATA)).toEqual([]);
    },
  );

  it('refuses a data folder that is in use, and the first one goes on', async () => {
    await start().prints(ready);
    const second = start({ PORT: '3999' });
    expect(await second.ends).toBe(1);
    expect(second.output()).toMatch(/^Surae is already running on the data folder .+\n$/);
    expect((await fetch(`${run.url}/health`)).status).toBe(200);
  });

  it('refuses a port that is taken, before it does anything else', async () => {
    const other = createServer().listen(Number(run.environment.PORT), '127.0.0.1');
    const surae = start();
    expect(await surae.ends).toBe(1);
    expect(surae.output()).toMatch(/^Port \d+ of 127\.0\.0\.1 is taken .+\n$/);
    other.close();
  });

  it.each([
    ['a port that is none', { PORT: 'http' }, /^PORT must be a number/],
    ['who may use the API', { SURAE_API: 'yes' }, /^SURAE_API must be one of off, keys, open/],
    ['an allowance', { SURAE_API_PER_MINUTE: '-1' }, /^SURAE_API_PER_MINUTE must be/],
    ['a header', { SURAE_ADDRESS_HEADER: 'x real' }, /^SURAE_ADDRESS_HEADER must be/],
    ['trusted issuers', { SURAE_CDS_ISSUERS: 'secret' }, /^SURAE_CDS_ISSUERS must be/],
    [
      'trusted issuers without an audience',
      { SURAE_CDS_ISSUERS: 'https://i.example=https://i.example/jwks.json' },
      /^SURAE_CDS_AUDIENCE must be/,
    ],
    ['a region', { SURAE_REGION: 'atlantis' }, /^SURAE_REGION must be one of .*uk, us/],
    ['the address of the site', { SURAE_URL: 'surae.example' }, /^SURAE_URL must be/],
    [
      'the secret of references',
      { SURAE_REFERENCE_SECRET: 'secret' },
      /^SURAE_REFERENCE_SECRET must have/,
    ],
    ['half a mail server', { SURAE_SMTP_URL: 'smtp://a:secret@b' }, /^SURAE_MAIL_FROM, SURAE_URL/],
    ['a data folder that cannot be made', { SURAE_DATA: '/dev/null/data' }, /^The data folder /],
    [
      'a database that does not answer',
      { DATABASE_URL: 'postgres://surae:secret@127.0.0.1:1/surae' },
      /^The database in DATABASE_URL cannot be reached/,
    ],
    [
      'an address that is none',
      { DATABASE_URL: 'not an address' },
      /^The database in DATABASE_URL/,
    ],
  ])('says in one line what is wrong with %s', async (_what, environment, sentence) => {
    const surae = start(environment);
    expect(await surae.ends).toBe(1);
    expect(surae.output()).toMatch(sentence);
    expect(surae.output().trim().split('\n')).toHaveLength(1);
    expect(surae.output()).not.toContain('secret');
  });

  it('refuses a wrong setting also where the web server is started alone', async () => {
    const next = ['node_modules/next/dist/bin/next', 'start', '--port', run.environment.PORT];
    const env = { ...process.env, SURAE_API: 'yes' };
    const started = promisify(execFile)(process.execPath, next, { env });
    await expect(started).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('SURAE_API must be one of off, keys, open'),
    });
  });

  it('keeps what was acknowledged when it is killed, and starts again', async () => {
    const first = start();
    await first.prints(ready);
    await insertAuditEvent('1');
    first.launcher.kill('SIGKILL');
    await first.ends;

    const second = start();
    await second.prints(ready);
    await insertAuditEvent('2');
    process.kill(postmasterPid(), 'SIGKILL');
    expect(await second.ends).toBe(1);

    await start().prints(ready);
    expect(await readAuditHashes()).toEqual(['1', '2']);
  });
});

async function insertAuditEvent(hash: string): Promise<void> {
  await query(
    `INSERT INTO "AuditEvent" ("intakeId", "action", "previousHash", "hash")
     VALUES (gen_random_uuid(), 'submitted', $1, $1)`,
    [hash],
  );
}

async function readAuditHashes(): Promise<string[]> {
  const rows = await query('SELECT "hash" FROM "AuditEvent" ORDER BY "id"', []);
  return rows.map(({ hash }) => hash);
}

async function query(sql: string, values: string[]): Promise<{ hash: string }[]> {
  const client = new Client({
    host: '127.0.0.1',
    port: Number(postmasterLines()[3]),
    user: 'postgres',
    database: 'postgres',
    password: readFileSync(join(run.environment.SURAE_DATA, 'postgres/password'), 'utf8'),
  });
  await client.connect();
  const { rows } = await client.query<{ hash: string }>(sql, values);
  await client.end();
  return rows;
}

function postmasterPid(): number {
  return Number(postmasterLines()[0]);
}

function postmasterLines(): string[] {
  const file = join(run.environment.SURAE_DATA, 'postgres/cluster/postmaster.pid');
  return readFileSync(file, 'utf8').split('\n');
}

/** The processes, on Linux, that have `text` in their command line or environment. */
function processesNaming(text: string): string[] {
  if (!existsSync('/proc')) return [];
  return readdirSync('/proc').filter(
    (name) =>
      /^\d+$/.test(name) && ['cmdline', 'environ'].some((file) => contains(name, file, text)),
  );
}

function contains(pid: string, file: string, text: string): boolean {
  try {
    return readFileSync(join('/proc', pid, file), 'utf8').includes(text);
  } catch {
    // It has ended meanwhile.
    return false;
  }
}
