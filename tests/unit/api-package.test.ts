/** What `npm run pack:triage` packs is a package: its example runs, and its types hold. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'surae-package-'));
  const args = ['--import', 'tsx', 'bin/pack-triage.ts', join(folder, 'packing')];
  const tarball = execFileSync(process.execPath, args).toString().trim();
  // As npm installs it, without asking a registry for what lies here already.
  const modules = join(folder, 'app/node_modules');
  mkdirSync(join(modules, 'surae-triage'), { recursive: true });
  execFileSync('tar', [
    '-xzf',
    tarball,
    '-C',
    join(modules, 'surae-triage'),
    '--strip-components=1',
  ]);
  const packed = JSON.parse(readFileSync(join(modules, 'surae-triage/package.json'), 'utf8'));
  for (const name of Object.keys(packed.dependencies)) {
    symlinkSync(resolve('node_modules', name), join(modules, name));
  }
  const [, example = ''] =
    /```js\n(.+?)```/s.exec(readFileSync('docs/triage-package.md', 'utf8')) ?? [];
  writeFileSync(join(folder, 'app/example.mjs'), example);
  writeFileSync(join(folder, 'app/example.mts'), example.replace('ranking[0].', 'ranking[0]?.'));
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('its ten-line example runs on nothing but the package and its dependencies', () => {
  const said = execFileSync(process.execPath, ['example.mjs'], {
    cwd: join(folder, 'app'),
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  expect(said.toString()).toBe('same-day achilles-rupture\n');
});

test('its types hold for a strict program, and refuse a wrong one', () => {
  const check = (file: string) =>
    execFileSync(
      process.execPath,
      [
        resolve('node_modules/typescript/bin/tsc'),
        ...'--ignoreConfig --noEmit --strict --module nodenext --target es2023 --types node --typeRoots'.split(
          ' ',
        ),
        resolve('node_modules/@types'),
        file,
      ],
      { cwd: join(folder, 'app') },
    );
  expect(check('example.mts').toString()).toBe('');
  const wrong =
    "import { assess } from 'surae-triage/assess';\nvoid assess('no knowledge base');\n";
  writeFileSync(join(folder, 'app/wrong.mts'), wrong);
  expect(() => check('wrong.mts')).toThrow('Command failed');
});
