/** The secret that references are derived from, so that a retry is told the same one. */
import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { WrongSetting } from '@/lib/settings/wrong-setting';

const lengthMin = 32;
let known: string | undefined;

/**
 * `SURAE_REFERENCE_SECRET`, which several app servers must share, or else the content of
 * `reference-secret` in the data folder, made here the first time. Throws where either is too
 * short to be one.
 */
export function referenceSecret(): string {
  known ??=
    givenReferenceSecret(process.env) ?? check(readOrMake(process.env.SURAE_DATA || '.data'));
  return known;
}

/** `SURAE_REFERENCE_SECRET`; null where it is not set. Throws `WrongSetting` where it is too short. */
export function givenReferenceSecret({
  SURAE_REFERENCE_SECRET: secret,
}: NodeJS.ProcessEnv): string | null {
  if (!secret) return null;
  if (secret.length >= lengthMin) return secret;
  throw new WrongSetting(`SURAE_REFERENCE_SECRET must have at least ${lengthMin} characters.`);
}

function readOrMake(folder: string): string {
  const path = join(folder, 'reference-secret');
  return read(path) ?? make(folder, path);
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (error) {
    if (isCode(error, 'ENOENT')) return null;
    throw error;
  }
}

/** Written aside and linked, so that of two processes one wins and no half a secret is ever read. */
function make(folder: string, path: string): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const aside = `${path}.${process.pid}.${randomBytes(6).toString('hex')}`;
  const file = openSync(aside, 'wx', 0o600);
  try {
    writeSync(file, `${randomBytes(32).toString('hex')}\n`);
    fsyncSync(file);
    linkSync(aside, path);
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error;
  } finally {
    closeSync(file);
    rmSync(aside, { force: true });
  }
  return readFileSync(path, 'utf8').trim();
}

function check(secret: string): string {
  if (secret.length >= lengthMin) return secret;
  throw new Error(`reference-secret-too-short: at least ${lengthMin} characters are needed`);
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
