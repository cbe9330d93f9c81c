import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CannotStart } from './cannot-start';
import { prepareDataFolder } from './postgres-account';
import { findPostmaster } from './postmaster';

/** The address of `DATABASE_URL`, or of the embedded database while Surae runs. */
export function findRunningDatabase(environment: NodeJS.ProcessEnv): string {
  if (environment.DATABASE_URL) return environment.DATABASE_URL;
  const folder = join(prepareDataFolder(environment.SURAE_DATA), 'postgres');
  const postmaster = existsSync(folder) ? findPostmaster(folder) : undefined;
  if (!postmaster) {
    throw new CannotStart('The embedded database is not running: start Surae first (npm start).');
  }
  const password = readFileSync(join(folder, 'password'), 'utf8');
  return `postgres://postgres:${password}@127.0.0.1:${postmaster.port}/postgres`;
}
