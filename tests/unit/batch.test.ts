/** Batch: in order, resumable, and held against json-rules-engine. In this process where it can be. */
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { appendFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { type BatchJob, makeAssessChunk } from '@/bin/batch/assess-chunk';
import { holdLock } from '@/bin/batch/hold-lock';
import type { BatchOrder } from '@/bin/batch/plan-batch';
import { rememberValid } from '@/bin/batch/remember-valid';
import { runBatch } from '@/bin/batch/run-batch';
import { knowledgeBase } from '@/lib/knowledge/read-rules';
import { validateInput } from '@/lib/triage/answers';
import { assess } from '@/lib/triage/assess';
import type { Truth } from '@/lib/triage/engine';
import { makeRecheck } from '@/lib/triage/recheck';
import { type Twin, twinOf } from '@/lib/triage/twin';
import { draftVignettes } from '../draft-vignettes';
import { arbitraryAnswers } from '../property/arbitrary-answers';

const base = knowledgeBase();
const inputs = draftVignettes().map(({ name, input }) => ({ id: name, ...input }));
const at = new Date('2026-01-05T09:00:00Z');
const never = new AbortController().signal;
const recheckOf = makeRecheck(twinOf(base));

// Each of the first rows takes json-rules-engine a while.
vi.setConfig({ testTimeout: 60_000 });

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'surae-batch-'));
});

interface Trial {
  readonly twin?: Twin;
  /** Stops after the first chunk. */
  readonly isInterrupted?: boolean;
}

/** Runs a batch in this process, on one "worker". */
async function run(order: Partial<BatchOrder>, { twin = twinOf(base), isInterrupted }: Trial = {}) {
  const whole: BatchOrder = {
    input: join(folder, 'in.ndjson'),
    output: join(folder, 'out.ndjson'),
    outputForm: 'excerpt',
    at,
    restart: false,
    ...order,
  };
  const recheck = twin === twinOf(base) ? recheckOf : makeRecheck(twin);
  const startPool = (job: BatchJob) => ({
    assessChunk: makeAssessChunk(job, twin, recheck),
    threads: 1,
    close: async () => {},
  });
  const stop = new AbortController();
  const watch = () => void (isInterrupted && stop.abort());
  return runBatch(whole, { knowledgeBase: base, startPool, watch, signal: stop.signal });
}

const pathOf = (name: string) => join(folder, name);
const write = (name: string, content: string) => writeFileSync(pathOf(name), content);
const read = (name: string) => readFileSync(pathOf(name), 'utf8');
const readLines = (name: string) =>
  read(name)
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
const ndjson = (values: readonly unknown[]) =>
  values.map((value) => `${JSON.stringify(value)}\n`).join('');
const errors = 'out.ndjson.errors.ndjson';

/** More rows than one chunk holds. */
const manyInputs = Array.from({ length: 900 }, (_, place) => ({
  ...inputs[place % inputs.length],
  id: `row ${place + 1}`,
}));

describe('what stands in the output', () => {
  test('whole Assessments: the bytes of the plain command, in the order of the input', async () => {
    write('in.ndjson', ndjson(inputs));
    const summary = await run({ outputForm: 'full' });
    const assessed = await Promise.all(
      inputs.map(async (input) => `${JSON.stringify(await assess(base, input, at))}\n`),
    );
    expect(read('out.ndjson')).toBe(assessed.join(''));
    expect(summary).toMatchObject({ rows: inputs.length, errors: 0, rowsOnEngine: inputs.length });
  });

  test('excerpts: the same fields with the same values', async () => {
    write('in.ndjson', `\uFEFF\n${ndjson(inputs)}`);
    await run({});
    const excerpts = readLines('out.ndjson');
    expect(excerpts.map(({ id, row }) => [id, row])).toEqual(
      inputs.map(({ id }, place) => [id, place + 2]),
    );
    for (const [place, input] of inputs.entries()) {
      const { row: _row, notExcluded, instruments, ranking, ...excerpt } = excerpts[place];
      const assessment = await assess(base, input, at);
      expect(assessment).toMatchObject({ ...excerpt, ranking: expect.any(Array) });
      expect(assessment.ranking.slice(0, ranking.length)).toMatchObject(ranking);
      for (const part of [...notExcluded, ...instruments]) {
        const all: unknown[] = [...assessment.notExcluded, ...assessment.instruments];
        expect(all).toContainEqual(expect.objectContaining(part));
      }
    }
  });

  test('CSV, with one line of header', async () => {
    write('in.ndjson', ndjson([{ ...inputs[0], id: 'a "b", c' }]));
    await run({ output: pathOf('out.csv'), outputForm: 'csv' });
    const [header, line] = read('out.csv').split('\n');
    expect(header).toMatch(/^id,row,audience,scope,urgency,urgency_ceiling,first_condition,/);
    expect(line).toMatch(/^"a ""b"", c",1,patient,in,same-day,emergency-now,achilles-rupture,/);
  });
});

describe('what is wrong', () => {
  test('goes to a file with line and field, and the others go through', async () => {
    const lines = [
      '{"id":"good","answers":{"age":34}}',
      'nonsense',
      '',
      '{"answers":{"onset":"bang","age":"34"}}',
      '{"id":"also good"}',
    ];
    write('in.ndjson', lines.join('\r\n'));
    const summary = await run({});
    expect(summary).toMatchObject({ rows: 2, errors: 3, rowsWithErrors: 2 });
    expect(readLines('out.ndjson').map(({ id, row }) => [id, row])).toEqual([
      ['good', 1],
      ['also good', 5],
    ]);
    expect(readLines(errors).map(({ line, field }) => [line, field])).toEqual([
      [2, '(the whole)'],
      [4, 'answers.onset'],
      [4, 'answers.age'],
    ]);
    expect(JSON.parse(read('out.ndjson.summary.json'))).toEqual(summary);
    expect(existsSync(pathOf('out.ndjson.progress'))).toBe(false);
  });

  test.each(['in.ndjson', 'in.ndjson.progress'])(
    'the input is not overwritten: %s',
    async (name) => {
      write(name, '{}\n');
      const output = pathOf('in.ndjson');
      await expect(run({ input: pathOf(name), output })).rejects.toThrow(/would be overwritten/);
      expect(read(name)).toBe('{}\n');
    },
  );

  test('a list is refused, and what is no file', async () => {
    write('list.json', '[{}]');
    await expect(run({ input: pathOf('list.json') })).rejects.toThrow(/one input a line/);
    await expect(run({ input: folder })).rejects.toThrow(/is no file/);
    await expect(run({ input: pathOf('nothing') })).rejects.toThrow(/ENOENT/);
    expect(existsSync(pathOf('out.ndjson'))).toBe(false);
  });
});

describe('a batch that was interrupted', () => {
  // Blank lines stand where json-rules-engine would take its time.
  const blank = '\n'.repeat(20);
  beforeEach(() => write('in.ndjson', `${blank}nonsense\n${ndjson(manyInputs)}nonsense\n`));

  test('goes on where it was, with the same bytes at the end', async () => {
    const whole = await run({ output: pathOf('whole.ndjson') });
    expect(await run({}, { isInterrupted: true })).toBeNull();
    const half = readLines('out.ndjson');
    expect(half.length).toBeLessThan(900);
    // What a process wrote that was killed before it could note it.
    await appendFile(pathOf('out.ndjson'), '{"id":"row 3');
    await appendFile(pathOf(errors), '{"line"');
    const summary = await run({ at: null });
    expect(read('out.ndjson')).toBe(read('whole.ndjson'));
    expect(read(errors)).toBe(read('whole.ndjson.errors.ndjson'));
    const { seconds, rowsPerSecond } = summary ?? {};
    expect(summary).toEqual({ ...whole, seconds, rowsPerSecond });
  });

  const changes: readonly [string, Partial<BatchOrder>, RegExp][] = [
    ['another clock', { at: new Date('2027-01-01') }, /--at \(2026-01-05T09:00:00.000Z, now 2027/],
    ['another form', { outputForm: 'full' }, /the form of the output \(excerpt, now full\)/],
  ];
  test.each(changes)('does not go on with %s', async (_, order, message) => {
    await run({}, { isInterrupted: true });
    await expect(run(order)).rejects.toThrow(message);
    await expect(run(order)).rejects.toThrow(/--restart/);
    expect(await run({ ...order, restart: true }, { isInterrupted: true })).toBeNull();
    expect(JSON.parse(read('out.ndjson.progress'))).toMatchObject({
      run: { at: (order.at ?? at).toISOString() },
    });
  });

  test('does not go on with another input, knowledge base or output', async () => {
    await run({}, { isInterrupted: true });
    const progress = read('out.ndjson.progress');
    write('out.ndjson.progress', progress.replaceAll(base.hash, 'c0ffee'));
    await expect(run({})).rejects.toThrow(/the knowledge base \(c0ffee, now/);
    write('out.ndjson.progress', progress.slice(1));
    await expect(run({})).rejects.toThrow(/cannot be read/);
    write('out.ndjson.progress', progress);
    write('out.ndjson', '');
    await expect(run({})).rejects.toThrow(/shorter than it was/);
    write('in.ndjson', ndjson(manyInputs.slice(1)));
    await expect(run({})).rejects.toThrow(/the size of the input .* the beginning of the input/);
  });
});

describe('held against json-rules-engine', () => {
  /** A twin that is wrong about one rule, whenever that rule is true. */
  function wrongTwin(ruleId: string): Twin {
    const twin = twinOf(base);
    const place = twin.book.rules.findIndex(({ id }) => id === ruleId);
    const lie = (truth: Truth, at: number) => (at === place && truth === true ? false : truth);
    return {
      ...twin,
      evaluate: (input) => {
        const evaluation = twin.evaluate(input);
        return { ...evaluation, truths: evaluation.truths.map(lie) };
      },
    };
  }

  test('a difference in one of the first rows stops it there', async () => {
    write('in.ndjson', ndjson(inputs));
    const twin = wrongTwin('red-flags/possible-achilles-rupture');
    const stopped = run({}, { twin });
    await expect(stopped).rejects.toThrow(/^line 1: .* red-flags\/possible-achilles-rupture/);
    expect(read('out.ndjson')).toBe('');
  });

  test('a difference in an emergency stops it, and the rows before it are kept', async () => {
    const calm = manyInputs.slice(0, 40).map(({ id }) => ({ id }));
    write('in.ndjson', ndjson([...calm, ...manyInputs.slice(40)]));
    const twin = wrongTwin('red-flags/fever-with-leg-symptoms');
    const message = /^line (\d+): .* red-flags\/fever-with-leg-symptoms. Stopped/;
    await expect(run({}, { twin })).rejects.toThrow(message);
    const kept = read('out.ndjson');
    const progress = JSON.parse(read('out.ndjson.progress'));
    expect(readLines('out.ndjson').at(-1)?.row).toBe(progress.next.line - 1);
    expect(existsSync(pathOf('out.ndjson.summary.json'))).toBe(false);
    // Mended, it goes on with that row.
    expect(await run({})).toMatchObject({ rows: 900 });
    expect(read('out.ndjson').startsWith(kept)).toBe(true);
    expect(readLines('out.ndjson').map(({ id }) => id)).toEqual(manyInputs.map(({ id }) => id));
  });
});

test('a value is valid when validateInput says so, remembered or not', () => {
  const validate = rememberValid(base);
  const arbitrary = fc.record({
    id: fc.constantFrom(undefined, '', 'a', 7),
    audience: fc.constantFrom('patient', 'clinician', 'nobody', undefined),
    answers: fc.oneof(
      { weight: 4, arbitrary: arbitraryAnswers(base, 'clinician') },
      fc.dictionary(fc.constantFrom('age', 'onset', 'fever', 'x'), fc.jsonValue()),
    ),
  });
  fc.assert(
    fc.property(fc.array(arbitrary, { maxLength: 5 }), (values) => {
      for (const value of values) expect(validate(value)).toEqual(validateInput(base, value));
    }),
    { numRuns: 100 },
  );
});

describe('a lock on the output', () => {
  test('is held by one at a time, and waited for', async () => {
    const output = pathOf('out.ndjson');
    const said: string[] = [];
    const release = await holdLock(output, never, () => said.push('first'));
    const second = holdLock(output, never, () => {
      said.push('second waits');
      setTimeout(release, 50);
    });
    (await second)();
    expect(said).toEqual(['second waits']);
  });

  test('is waited for no longer than somebody wants', async () => {
    const output = pathOf('out.ndjson');
    const release = await holdLock(output, never, () => {});
    const stop = new AbortController();
    await expect(holdLock(output, stop.signal, () => stop.abort())).rejects.toThrow(/abort/);
    release();
  });
});
