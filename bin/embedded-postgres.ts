import type { ChildProcess } from 'node:child_process';
import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { CannotStart, reasonOf } from './cannot-start';
import { hasEnded, startChild } from './child-process';
import { createCluster, lastLine, serverEnvironment } from './create-cluster';
import { findFreePort, isFree } from './free-port';
import { type Account, chooseAccount, giveTo } from './postgres-account';
import { findPostgres } from './postgres-binaries';
import { findPostmaster, type Postmaster, stopPostmaster } from './postmaster';

/** How long a server may take to start, to recover, or to finish stopping. */
const patienceMs = 60_000;
/** How long a launcher that was just killed may seem to hold its lock. */
const lockPatienceMs = 2_000;
const pollMs = 50;
/** Above this size the log starts anew. */
const logBytesMax = 1_000_000;

export type RunningDatabase = {
  url: string;
  /** Resolves when the database ends. */
  ended: Promise<void>;
  stop: () => Promise<void>;
};

/**
 * Starts the PostgreSQL of `dataFolder`, making its cluster the first time, or takes over one that
 * a killed launcher left behind. Throws `CannotStart` when another launcher uses it, and the
 * abort, once everything is stopped again, when `signal` is aborted.
 */
export async function startEmbeddedPostgres(
  dataFolder: string,
  signal: AbortSignal,
): Promise<RunningDatabase> {
  const folder = join(dataFolder, 'postgres');
  const account = chooseAccount(folder);
  const postgres = findPostgres(dataFolder, account);
  if (!existsSync(folder)) await createCluster(folder, postgres, account, signal);
  const password = readPassword(folder);

  let launched: ChildProcess | undefined;
  try {
    for (const deadline = Date.now() + patienceMs; Date.now() < deadline; await sleep(pollMs)) {
      signal.throwIfAborted();
      const postmaster = findPostmaster(folder);
      if (postmaster) {
        const url = `postgres://postgres:${password}@127.0.0.1:${postmaster.port}/postgres`;
        const guard = await connect(url, folder);
        if (guard) return await guardDatabase(guard, url, postmaster, dataFolder);
      } else if (!launched) {
        launched = await launch(folder, postgres, account);
      } else if (hasEnded(launched)) {
        const reason = readLastFatal(folder);
        // Of a server that was killed, the last processes are still ending.
        if (!reason.includes('shared memory block')) {
          throw new CannotStart(`PostgreSQL did not start: ${reason}`);
        }
        launched = undefined;
      }
    }
    throw new CannotStart(`PostgreSQL does not answer: see ${join(folder, 'log')}.`);
  } catch (error) {
    if (launched?.pid && !hasEnded(launched)) await stopPostmaster(launched.pid);
    throw error;
  }
}

async function launch(folder: string, postgres: string, account: Account): Promise<ChildProcess> {
  const settings = {
    listen_addresses: '127.0.0.1',
    port: await choosePort(folder, account),
    unix_socket_directories: '',
    // The log must never quote what a patient wrote.
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
    log_checkpoints: 'off',
  };
  const logFile = join(folder, 'log');
  if (existsSync(logFile) && statSync(logFile).size > logBytesMax) rmSync(logFile);
  const log = openSync(logFile, 'a', 0o600);
  giveTo(account, logFile);
  const child = startChild(
    join(postgres, 'bin', 'postgres'),
    [
      `-D${join(folder, 'cluster')}`,
      ...Object.entries(settings).map(([name, value]) => `-c${name}=${value}`),
    ],
    { ...account, stdio: ['ignore', log, log], cwd: folder, env: serverEnvironment },
  );
  child.on('error', () => {});
  closeSync(log);
  return child;
}

/** The port of the last time, while it is free, so that a person's own client keeps working. */
async function choosePort(folder: string, account: Account): Promise<number> {
  const file = join(folder, 'port');
  const remembered = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
  if (remembered > 0 && (await isFree(remembered, '127.0.0.1'))) return remembered;
  const port = await findFreePort();
  writeFileSync(file, String(port));
  giveTo(account, file);
  return port;
}

/** A connection, or undefined while the server is starting or stopping. */
async function connect(url: string, folder: string): Promise<Client | undefined> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: patienceMs });
  // Whoever waits for the end of the connection hears of it; without a listener this would throw.
  client.on('error', () => {});
  try {
    await client.connect();
    return client;
  } catch (error) {
    const wrongPassword = error instanceof Error && 'code' in error && error.code === '28P01';
    if (!wrongPassword) return undefined;
    throw new CannotStart(`The database refuses the password in ${join(folder, 'password')}.`);
  }
}

async function guardDatabase(
  guard: Client,
  url: string,
  postmaster: Postmaster,
  dataFolder: string,
): Promise<RunningDatabase> {
  if (!(await takeLock(guard))) {
    await guard.end();
    throw new CannotStart(
      `Surae is already running on the data folder ${dataFolder}: stop that one first, or name another folder in SURAE_DATA.`,
    );
  }
  return {
    url,
    ended: new Promise((resolve) => guard.once('end', resolve)),
    stop: () => stopPostmaster(postmaster.pid),
  };
}

async function takeLock(guard: Client): Promise<boolean> {
  for (const deadline = Date.now() + lockPatienceMs; ; await sleep(pollMs)) {
    const { rows } = await guard.query<{ taken: boolean }>(
      "SELECT pg_try_advisory_lock(hashtext('surae launcher')) AS taken",
    );
    if (rows[0]?.taken) return true;
    if (Date.now() > deadline) return false;
  }
}

function readPassword(folder: string): string {
  try {
    return readFileSync(join(folder, 'password'), 'utf8');
  } catch (error) {
    throw new CannotStart(
      `The database in ${folder} cannot be opened (${reasonOf(error)}): start Surae as the account that made it, or name another folder in SURAE_DATA.`,
    );
  }
}

/** Why PostgreSQL ended: the last `FATAL:` of its log, without the time before it. */
function readLastFatal(folder: string): string {
  const log = readFileSync(join(folder, 'log'), 'utf8');
  return /.*FATAL:\s+(.+)$/s.exec(log.trimEnd())?.[1] ?? lastLine(log);
}
