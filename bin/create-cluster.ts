import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CannotStart } from './cannot-start';
import { runToEnd } from './child-process';
import { type Account, giveTo } from './postgres-account';
import { isAlive } from './postmaster';

/** PostgreSQL's whole environment: nothing of the caller's may move its settings. */
export const serverEnvironment = { NODE_ENV: process.env.NODE_ENV, TZ: 'UTC' };

/**
 * Makes an empty database cluster, its password beside it, in `folder`. It is made elsewhere and
 * moved there whole, so that an interrupted start leaves nothing half made.
 */
export async function createCluster(
  folder: string,
  postgres: string,
  account: Account,
  signal: AbortSignal,
): Promise<void> {
  removeUnfinished(folder);
  const unfinished = `${folder}-${process.pid}`;
  const passwordFile = join(unfinished, 'password');
  try {
    mkdirSync(unfinished, { mode: 0o700 });
    writeFileSync(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 });
    giveTo(account, unfinished);
    const { code, output } = await runToEnd(
      join(postgres, 'bin', 'initdb'),
      [
        `--pgdata=${join(unfinished, 'cluster')}`,
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--username=postgres',
        '--encoding=UTF8',
        '--locale=C',
        '--data-checksums',
      ],
      signal,
      { ...account, cwd: unfinished, env: serverEnvironment },
    );
    if (code !== 0) throw new CannotStart(`The database could not be made: ${lastLine(output)}`);
    // Another start may have made the cluster meanwhile; it is then the one to join.
    if (!existsSync(folder)) renameSync(unfinished, folder);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}

/** The last line of `text` that says something. */
export function lastLine(text: string): string {
  return text.trimEnd().split('\n').at(-1) ?? '';
}

function removeUnfinished(folder: string): void {
  const parent = join(folder, '..');
  for (const name of readdirSync(parent)) {
    const [, pid] = /^postgres-(\d+)$/.exec(name) ?? [];
    if (pid && !isAlive(Number(pid))) rmSync(join(parent, name), { recursive: true });
  }
}
