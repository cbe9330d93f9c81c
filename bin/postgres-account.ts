import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  rmdirSync,
  statSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { CannotStart, reasonOf } from './cannot-start';

/** `nobody` on Linux and macOS numbers: PostgreSQL refuses to run as root, so root lends it this. */
const unprivilegedId = 65534;

/** Whom PostgreSQL runs as; undefined means as the person who starts Surae. */
export type Account = { uid: number; gid: number } | undefined;

/** The owner of an existing cluster, else the unprivileged account; undefined for anyone but root. */
export function chooseAccount(cluster: string): Account {
  if (process.getuid?.() !== 0) return undefined;
  const owner = existsSync(cluster) ? statSync(cluster) : { uid: 0, gid: 0 };
  if (owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  return { uid: unprivilegedId, gid: unprivilegedId };
}

/**
 * The data folder, made if need be: `SURAE_DATA`, else `.data` beside the code. Root's checkout may
 * lie where the unprivileged account cannot reach it (below `/root`); the default is then a folder
 * of `/var/lib` named after the checkout.
 */
export function prepareDataFolder(wanted: string | undefined): string {
  if (wanted) return makeReachable(resolve(wanted));
  const checkout = process.cwd();
  if (process.getuid?.() !== 0 || canReach(checkout, unprivilegedId)) {
    return makeReachable(resolve('.data'));
  }
  const folder = join('/var/lib/surae', checkout.slice(1).replaceAll('/', '-'));
  console.log(
    `The data is kept in ${folder}: PostgreSQL, not run as root, cannot enter ${checkout}.`,
  );
  return makeReachable(folder);
}

/** Whether `uid` may pass every folder on the way to `path`, and read and enter `path` itself. */
export function canReach(path: string, uid: number): boolean {
  const { mode, uid: owner } = statSync(path);
  const needed = statSync(path).isDirectory() ? 0o1 : 0o5;
  const granted = owner === uid ? mode >> 6 : mode;
  if ((granted & needed) !== needed) return false;
  return dirname(path) === path || canReach(dirname(path), uid);
}

/** Hands `path` and all within to `account`; nothing to do when that is the caller. */
export function giveTo(account: Account, path: string): void {
  if (!account) return;
  chownSync(path, account.uid, account.gid);
  if (!statSync(path).isDirectory()) return;
  for (const name of readdirSync(path)) giveTo(account, join(path, name));
}

function makeReachable(folder: string): string {
  refuseUnwritable(folder);
  const account = chooseAccount(join(folder, 'postgres'));
  if (!account || canReach(folder, account.uid)) return folder;
  chmodSync(folder, statSync(folder).mode | 0o011);
  if (!canReach(folder, account.uid)) {
    throw new CannotStart(
      `PostgreSQL does not run as root, and the account that it runs as (${account.uid}) cannot enter ${folder}: name a folder that it can reach in SURAE_DATA, or start Surae as an ordinary user.`,
    );
  }
  return folder;
}

/** Step by step: Node's own recursive way never ends where the system refuses oddly (`/proc`). */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder);
  // The caller's umask may close it to PostgreSQL's account. What is secret lies deeper, in 0700.
  chmodSync(folder, 0o755);
}

function refuseUnwritable(folder: string): void {
  try {
    makeFolder(folder);
    const probe = join(folder, `.probe-${process.pid}`);
    mkdirSync(probe);
    rmdirSync(probe);
  } catch (error) {
    throw new CannotStart(
      `The data folder ${folder} cannot be written (${reasonOf(error)}): name another one in SURAE_DATA.`,
    );
  }
}
