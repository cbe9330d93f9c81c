/** What a change of `rules/` does, told in a repository of its own with one changed rule at a time. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { draftVignettes } from '../draft-vignettes';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const repository = mkdtempSync(join(tmpdir(), 'surae-impact-'));
const pathOf = (name: string) => join(repository, name);

function git(...args: readonly string[]): string {
  const identity = ['-c', 'user.name=test', '-c', 'user.email=test@example.org'];
  const { status, stdout, stderr } = spawnSync('git', ['-C', repository, ...identity, ...args], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

function runImpact(...args: readonly string[]) {
  const tsx = import.meta.resolve('tsx');
  const script = resolve('bin/rules-impact.ts');
  const env = { ...process.env, TSX_TSCONFIG_PATH: resolve('tsconfig.json') };
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', tsx, script, ...args],
    { cwd: repository, env, encoding: 'utf8' },
  );
  return { status, out: stdout, err: stderr };
}

/** Changes one file of `rules/` in the working tree. */
function change(name: string, find: RegExp, replacement: string): void {
  const path = pathOf(`rules/${name}.json`);
  const content = readFileSync(path, 'utf8');
  expect(content).toMatch(find);
  writeFileSync(path, content.replace(find, replacement));
}

const darkUrine = 'red-flags/possible-rhabdomyolysis';

beforeAll(() => {
  cpSync('rules', pathOf('rules'), { recursive: true });
  for (const { name } of draftVignettes()) {
    const path = `tests/vignettes/${name}.json`;
    cpSync(path, pathOf(path));
  }
  git('init', '--quiet');
  const commit = (tag: string) => {
    git('add', '--all');
    git('commit', '--quiet', '--message', tag);
    git('tag', tag);
  };
  commit('sound');
  change(darkUrine, /"urgency": "same-day"/, '"urgency": "within-2-weeks"');
  commit('lowered');
  change('red-flags/fever-with-leg-symptoms', /"urgency"/, '"urgencie"');
  commit('broken');
});
afterAll(() => rmSync(repository, { recursive: true }));
beforeEach(() => {
  git('checkout', '--quiet', 'sound', '--', 'rules');
});

/** What is milder than the referral of its condition says where to go. */
const milder = '"urgency": "within-2-weeks", "to": { "en": "Doctor" }';

describe('a rule that was changed', () => {
  test('less urgent: exit status 1, with the case, both levels and the rule', () => {
    change(darkUrine, /"urgency": "same-day"/, milder);
    const before = git('status', '--porcelain');
    const { status, out, err } = runImpact('--from', 'sound');
    expect({ status, err }).toEqual({ status: 1, err: '' });
    expect(out).toMatch(/^Less urgent than before \(1\)$/m);
    expect(out).toMatch(
      /rhabdomyolysis\/four-hundred-squats {2}same-day -> [a-z0-9-]+ {2}red-flags\/possible-rhabdomyolysis \(same-day -> within-2-weeks\)/,
    );
    expect(out).toMatch(/: 1 less-urgent, 0 more-urgent, 0 first-condition/);
    expect(git('status', '--porcelain')).toBe(before);
  });

  test('more urgent: exit status 0', () => {
    const { status, out } = runImpact('--from', 'lowered');
    expect(status).toBe(0);
    expect(out).toMatch(/^More urgent than before \(1\)$/m);
    expect(out).toMatch(/ -> same-day/);
  });

  test('another condition first', () => {
    const flag = 'red-flags/limb-losing-its-blood-supply';
    change(flag, /"urgency": "emergency-now"/, milder);
    const { status, out } = runImpact('--from', 'sound');
    expect(status).toBe(0);
    expect(out).toMatch(
      /sudden-white-foot {2}acute-limb-ischaemia -> peripheral-artery-disease {2}red-flags\/limb-los/,
    );
  });

  test('an input that is valid only before, of a file of intakes, as JSON', () => {
    change('questionnaire/age', /"maximum": 120/, '"maximum": 90');
    const lines = [{ answers: { age: 95 } }, { answers: { age: 30 } }, { answers: { age: 'x' } }];
    writeFileSync(pathOf('in.ndjson'), lines.map((line) => JSON.stringify(line)).join('\n'));
    const { status, out } = runImpact('--from', 'sound', '--intakes', 'in.ndjson', '--json');
    expect(status).toBe(0);
    const { rules, counts, impacts } = JSON.parse(out);
    expect(rules.before).toMatchObject({ ref: 'sound', commit: git('rev-parse', 'sound').trim() });
    expect(counts).toMatchObject({ 'no-longer-valid': 1, 'never-valid': 1, 'less-urgent': 0 });
    expect(impacts).toMatchObject([
      { name: 'in.ndjson line 1', now: null, faults: [{ field: 'answers.age' }] },
      { name: 'in.ndjson line 3', before: null, now: null },
    ]);
  });

  test('nothing changed: counts and nothing else', () => {
    expect(runImpact('--from', 'sound').out).toMatch(/^\d+ cases: 0 less-urgent/);
  });
});

test.each([
  ['a ref that is none', ['--from', 'nothing'], /git knows no commit nothing/],
  ['rules that do not load', ['--from', 'broken'], /fever-with-leg-symptoms.json .*urgency/s],
  ['no ref', [], /--from is missing/],
  ['an option that is none', ['--form', 'sound'], /Unknown option/],
  ['a file that is not there', ['--from', 'sound', '--intakes', 'no.ndjson'], /no.ndjson: ENOENT/],
])('%s: exit status 2', (_, args, message) => {
  const { status, err } = runImpact(...args);
  expect(status).toBe(2);
  expect(err).toMatch(message);
});
