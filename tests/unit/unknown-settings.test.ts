import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { findUnknownSettings } from '@/lib/settings/find-wrong-settings';

test('a misspelt setting is told by its name, and never by its value', () => {
  expect(
    findUnknownSettings({ NODE_ENV: 'test', SURAE_URL: 'x', SURAE_ULR: 'secret', PATH: 'y' }),
  ).toEqual(['SURAE_ULR is no setting of Surae, and nothing reads it.']);
});

test('every setting that the code reads is known', () => {
  const found = execFileSync(
    'git',
    ['grep', '-ohE', 'SURAE_[A-Z_]+', '--', 'app', 'bin', 'lib', 'tests/*.ts', '*.config.ts'],
    { encoding: 'utf8' },
  );
  const read = Object.fromEntries(found.split('\n').map((name) => [name, 'x']));
  delete read.SURAE_ULR;
  expect(findUnknownSettings({ NODE_ENV: 'test', ...read })).toEqual([]);
});
