import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { draftVignettes } from '../draft-vignettes';

/** More of them when somebody wants to be surer. */
const kills = Number(process.env.BATCH_KILLS ?? 20);
const rows = 60_000;
const clock = ['--at', '2026-01-05T09:00:00Z'];

const folder = mkdtempSync(join(tmpdir(), 'surae-batch-crash-'));
afterAll(() => rmSync(folder, { recursive: true }));
const pathOf = (name: string) => join(folder, name);

/** Rows of several lengths, with some that are wrong. */
function writeInput(): void {
  const inputs = draftVignettes().map(({ input }) => input);
  const lines = Array.from({ length: rows }, (_, place) => {
    if (place % 5000 === 4999) return 'nonsense';
    const { audience, answers } = inputs[place % inputs.length] ?? {};
    const aged = { ...answers, age: 18 + (place % 70) };
    return JSON.stringify({ id: `row ${place + 1}`, audience, answers: aged });
  });
  writeFileSync(pathOf('in.ndjson'), `${lines.join('\n')}\n`);
}

function startBatch(output: string) {
  const batch = ['--batch', pathOf('in.ndjson'), pathOf(output), ...clock];
  return spawn(process.execPath, ['--import', 'tsx', 'bin/assess.ts', ...batch], {
    // A process group of its own, as under npm.
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
}

/**
 * Runs to the end; returns the exit status and what was said.
 * @param hear told all that was said so far, whenever there is more
 */
async function finish(output: string, hear: (said: string) => void = () => {}) {
  const child = startBatch(output);
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    said += chunk;
    hear(said);
  });
  const [code] = await once(child, 'close');
  return { code, said };
}

/** Kills the whole group, at a random moment once it has written something more. */
async function startAndKill(output: string): Promise<void> {
  const before = lengthOf(output);
  const child = startBatch(output);
  const closed = once(child, 'close');
  child.stderr.resume();
  while (lengthOf(output) === before && child.exitCode === null) await sleep(5);
  await sleep(Math.random() * 600);
  if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL');
  await closed;
}

function lengthOf(name: string): number {
  return existsSync(pathOf(name)) ? statSync(pathOf(name)).size : 0;
}

function hashOf(name: string): string {
  return createHash('sha256')
    .update(readFileSync(pathOf(name)))
    .digest('hex');
}

test('killed at any moment, however often, a batch loses no row and repeats none', async () => {
  writeInput();
  const whole = await finish('whole.ndjson');
  expect(whole.code).toBe(1);
  expect(whole.said).toMatch(/errors: 12, in/);

  let cut = 0;
  for (let round = 0; round < kills; round += 1) {
    await startAndKill('out.ndjson');
    if (existsSync(pathOf('out.ndjson.progress'))) cut += 1;
    else rmSync(pathOf('out.ndjson'));
  }
  expect(cut).toBeGreaterThanOrEqual(kills / 2);
  const last = await finish('out.ndjson');
  expect(last.code).toBe(1);
  expect(hashOf('out.ndjson')).toBe(hashOf('whole.ndjson'));
  expect(hashOf('out.ndjson.errors.ndjson')).toBe(hashOf('whole.ndjson.errors.ndjson'));
  const [summary, expected] = ['out', 'whole'].map((name) => {
    const text = readFileSync(pathOf(`${name}.ndjson.summary.json`), 'utf8');
    return { ...JSON.parse(text), seconds: 0, rowsPerSecond: 0 };
  });
  expect(summary).toEqual(expected);
  expect(existsSync(pathOf('out.ndjson.progress'))).toBe(false);
}, 300_000);

test('two runs at once: the second waits, and both end with the same bytes', async () => {
  const first = startBatch('both.ndjson');
  first.stderr.resume();
  while (lengthOf('both.ndjson') === 0 && first.exitCode === null) await sleep(5);
  const { said } = await finish('both.ndjson', (soFar) => {
    const waits = /Another run writes .*: waiting/.test(soFar);
    if (waits && first.pid !== undefined && !first.killed) first.kill('SIGKILL');
  });
  expect(said).toMatch(/Another run writes .*: waiting/);
  expect(hashOf('both.ndjson')).toBe(hashOf('whole.ndjson'));
}, 120_000);
