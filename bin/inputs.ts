import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Calls `make` unless `stamp` says that it was made from the same `inputs` (files and folders).
 * The stamp is gone while `make` runs, so that an interrupted run counts for nothing.
 */
export async function makeIfStale(
  stamp: string,
  inputs: readonly string[],
  make: () => Promise<void>,
): Promise<void> {
  const hash = hashInputs(inputs);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return;
  rmSync(stamp, { force: true });
  await make();
  writeFileSync(stamp, hash);
}

function hashInputs(inputs: readonly string[]): string {
  const hash = createHash('sha256');
  for (const path of inputs.flatMap(filesAt)) hash.update(`${path}\0`).update(readFileSync(path));
  return hash.digest('hex');
}

function filesAt(path: string): string[] {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .map((name) => join(path, name))
    .filter((name) => statSync(name).isFile())
    .sort();
}
