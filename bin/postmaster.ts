import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** How long a fast shutdown may take before the connections are cut, in milliseconds. */
const graceMs = 30_000;
const pollMs = 20;

/** PostgreSQL's first process, as it describes itself in `postmaster.pid`. */
export type Postmaster = { pid: number; port: number };

/**
 * The server that runs on the cluster of `folder`, if one does. A file that names a process which
 * is no PostgreSQL is left over from before a restart of the machine or container; it would keep
 * PostgreSQL from starting, so it is removed.
 */
export function findPostmaster(folder: string): Postmaster | undefined {
  const file = join(folder, 'cluster', 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, 'utf8').split('\n');
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  if (!pid || !port || !isAlive(pid)) return undefined;
  if (isPostgres(pid)) return { pid, port };
  rmSync(file);
  return undefined;
}

/** Stops the server and waits for its end; its connections are told, nothing committed is lost. */
export async function stopPostmaster(pid: number): Promise<void> {
  if (isAlive(pid)) process.kill(pid, 'SIGINT');
  for (const deadline = Date.now() + graceMs; isAlive(pid); await sleep(pollMs)) {
    if (Date.now() > deadline) process.kill(pid, 'SIGQUIT');
  }
}

/** Whether a process with this id exists, whoever runs it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function isPostgres(pid: number): boolean {
  // Only Linux tells; elsewhere PostgreSQL's own check must do.
  const file = `/proc/${pid}/comm`;
  return !existsSync(file) || readFileSync(file, 'utf8').startsWith('postgres');
}
