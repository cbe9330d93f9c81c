/** The command line is a contract: it is run as a script would run it. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { draftVignettes } from '../draft-vignettes';

async function runAssess(args: readonly string[], input = '') {
  const child = spawn(process.execPath, ['--import', 'tsx', 'bin/assess.ts', ...args]);
  const output = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    output.out += chunk;
  });
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    output.err += chunk;
  });
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  const code = await new Promise((resolve) => child.on('close', resolve));
  const lines = output.out.split('\n').filter(Boolean);
  return { code, err: output.err, assessments: lines.map((line) => JSON.parse(line)) };
}

const inputs = draftVignettes().map(({ name, input }) => ({ id: name, ...input }));
const ids = inputs.map(({ id }) => id);

test('NDJSON on standard input: one Assessment a line, in the order of the input', async () => {
  const ndjson = inputs.map((one) => JSON.stringify(one)).join('\n');
  const { code, err, assessments } = await runAssess([], ndjson);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(assessments.map(({ id }) => id)).toEqual(ids);
});

test('a JSON list, pretty or on one line, and several files', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'surae-assess-'));
  const pretty = join(folder, 'pretty.json');
  const single = join(folder, 'single.json');
  writeFileSync(pretty, JSON.stringify(inputs.slice(0, 2), null, 2));
  writeFileSync(single, JSON.stringify(inputs[2], null, 2));
  const { code, assessments } = await runAssess([pretty, single]);
  expect(code).toBe(0);
  expect(assessments.map(({ id }) => id)).toEqual(ids.slice(0, 3));
});

test('nothing known: an answer, and no reassurance', async () => {
  const { code, assessments } = await runAssess([], '{}\n{"answers":{}}\n');
  expect(code).toBe(0);
  for (const one of assessments) {
    expect(one).toMatchObject({ urgency: 'within-2-weeks', urgencyCeiling: 'emergency-now' });
  }
});

test('bad lines are named with line and field, and the others go through', async () => {
  const good = '{"id":"good","answers":{"age":34}}';
  const lines = [
    good,
    'nonsense',
    '{"answers":{"onset":"bang"}}',
    '{"answers":{"age":"34"}}',
    '{"answers":{"shoe-size":43}}',
    `{"answers":{"age":"${'9'.repeat(10 * 1024 * 1024)}"}}`,
    '',
    good,
  ];
  const { code, err, assessments } = await runAssess([], lines.join('\n'));
  expect(code).toBe(1);
  expect(assessments.map(({ id }) => id)).toEqual(['good', 'good']);
  expect(err).toMatch(/line 2: no JSON/);
  expect(err).toMatch(/line 3: answers\.onset: /);
  expect(err).toMatch(/line 4: answers\.age: /);
  expect(err).toMatch(/line 5: answers\.shoe-size: /);
  expect(err).toMatch(/line 6: longer than/);
  expect(err.length).toBeLessThan(2000);
});

test('a line that begins a list or breaks off swallows nothing after it', async () => {
  const lines = ['{"id":"a","answers":{}}', '[1,2]', '{', '{"id":"c","answers":{}}'];
  const { code, err, assessments } = await runAssess([], lines.join('\n'));
  expect(code).toBe(1);
  expect(assessments.map(({ id }) => id)).toEqual(['a', 'c']);
  expect(err).toMatch(/line 2: /);
  expect(err).toMatch(/line 3: no JSON/);
});

test('an object over several lines that begins with a field', async () => {
  const { code, assessments } = await runAssess([], '{ "id": "a",\n  "answers": { "age": 34 } }\n');
  expect({ code, ids: assessments.map(({ id }) => id) }).toEqual({ code: 0, ids: ['a'] });
});

test('the clock can be given, and then the bytes are the same', async () => {
  const args = ['--at', '2026-01-05T09:00:00Z'];
  const line = JSON.stringify(inputs[0]);
  const [first, second] = [await runAssess(args, line), await runAssess(args, line)];
  expect(first.assessments).toEqual(second.assessments);
  expect(first.assessments[0].assessedAt).toBe('2026-01-05T09:00:00.000Z');
});

test('--adaptive reveals only what is asked, and ends with the same urgency', async () => {
  const ndjson = inputs.map((one) => JSON.stringify(one)).join('\n');
  const at = ['--at', '2026-01-05T09:00:00Z'];
  const full = await runAssess(at, ndjson);
  const short = await runAssess([...at, '--adaptive'], ndjson);
  expect({ code: short.code, err: short.err }).toEqual({ code: 0, err: '' });
  expect(short.assessments.map(({ id }) => id)).toEqual(ids);
  expect(short.assessments.map(({ urgency }) => urgency)).toEqual(
    full.assessments.map(({ urgency }) => urgency),
  );
  for (const { asked } of short.assessments) expect(new Set(asked).size).toBe(asked.length);
  expect(short.assessments.some(({ asked }) => asked.length === 6)).toBe(true);
});

test('a file that is not there, and a clock that is none', async () => {
  expect(await runAssess(['no-such-file.json'])).toMatchObject({ code: 1 });
  expect((await runAssess(['--at', 'noon'])).err).toMatch(/--at: noon/);
});

test('help where it is asked for, and in one piece where an option is unknown', async () => {
  const child = (option: string) =>
    spawnSync(process.execPath, ['--import', 'tsx', 'bin/assess.ts', option], { encoding: 'utf8' });
  const asked = child('--help');
  expect({ status: asked.status, err: asked.stderr }).toEqual({ status: 0, err: '' });
  expect(asked.stdout).toContain('--adaptive');
  const unknown = child('--adaptve');
  expect(unknown.status).toBe(2);
  expect(unknown.stderr).toMatch(/^Unknown option '--adaptve'/);
  expect(unknown.stderr).toContain('--adaptive');
  expect(unknown.stderr).not.toContain('at main');
});
