import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'surae-secret-'));
  vi.stubEnv('SURAE_DATA', folder);
  vi.stubEnv('SURAE_REFERENCE_SECRET', '');
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

/** What a process that has just started takes for the secret. */
async function readAnew(): Promise<string> {
  vi.resetModules();
  const { referenceSecret } = await import('@/lib/intake/reference-secret');
  return referenceSecret();
}

test('the first start makes a secret that only its owner reads, and later ones keep it', async () => {
  const secret = await readAnew();
  expect(secret).toMatch(/^[0-9a-f]{64}$/);
  expect(await readAnew()).toBe(secret);
  expect(readFileSync(join(folder, 'reference-secret'), 'utf8').trim()).toBe(secret);
  expect(statSync(join(folder, 'reference-secret')).mode & 0o777).toBe(0o600);
  expect(readdirSync(folder)).toEqual(['reference-secret']);
});

test('the environment overrides the file, and then none is made', async () => {
  vi.stubEnv('SURAE_REFERENCE_SECRET', 'shared by every server of one clinic');
  expect(await readAnew()).toBe('shared by every server of one clinic');
  expect(existsSync(join(folder, 'reference-secret'))).toBe(false);
});

test('one that is too short to be a secret is refused', async () => {
  vi.stubEnv('SURAE_REFERENCE_SECRET', 'surae');
  await expect(readAnew()).rejects.toThrow(
    'SURAE_REFERENCE_SECRET must have at least 32 characters',
  );
});
