/** How a batch reads: where records begin and end, and what the cells of a CSV say. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Chunk, cutChunks } from '@/bin/batch/cut-chunks';
import { identifyInput } from '@/bin/batch/identify-input';
import { type InputForm, readRows } from '@/bin/batch/read-rows';
import { type InputFormat, recordBytesMax } from '@/bin/batch/split-records';
import { knowledgeBase } from '@/lib/knowledge/read-rules';

const base = knowledgeBase();
const folder = mkdtempSync(join(tmpdir(), 'surae-batch-input-'));

function blocksOf(text: string, blockBytes: number): Readable {
  const bytes = Buffer.from(text);
  const count = Math.ceil(bytes.length / blockBytes);
  return Readable.from(
    Array.from({ length: count }, (_, place) =>
      bytes.subarray(place * blockBytes, (place + 1) * blockBytes),
    ),
  );
}

async function cut(text: string, format: InputFormat, blockBytes: number): Promise<Chunk[]> {
  const chunks: Chunk[] = [];
  const start = { offset: 0, line: 1 };
  for await (const chunk of cutChunks(blocksOf(text, blockBytes), format, start))
    chunks.push(chunk);
  return chunks;
}

async function readAll(text: string, form: InputForm, blockBytes: number) {
  const chunks = await cut(text, form.format, blockBytes);
  return chunks.flatMap((chunk) =>
    readRows(chunk, form).map(({ start, ...row }) => ({
      ...row,
      offset: chunk.start.offset + start,
    })),
  );
}

/** What a file says, row by row: values, or messages. */
async function readFile(name: string, text: string | Buffer) {
  const path = join(folder, name);
  writeFileSync(path, text);
  const { form, start } = await identifyInput(base, path);
  const rest = Buffer.from(text).subarray(start.offset);
  const chunk = { start, next: start, bytes: new Uint8Array(rest) };
  return readRows(chunk, form).map((row) => [row.line, row.ok ? row.value : row.message]);
}

describe('where records end', () => {
  const columns = ['id', 'onset'].map((id) => ({ id, type: 'text' as const }));
  const forms: readonly InputForm[] = [{ format: 'ndjson' }, { format: 'csv', columns }];
  const piece = fc.constantFrom('a', ',', '"', '""', '\n', '\r\n', '"b\nc"', 'é', '{}', ' ');
  const text = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));

  test.each(forms)('is the same however the bytes come: $format', async (form) => {
    await fc.assert(
      fc.asyncProperty(text, fc.integer({ min: 1, max: 20 }), async (content, blockBytes) => {
        const whole = await readAll(content, form, 1000);
        expect(await readAll(content, form, blockBytes)).toEqual(whole);
        const chunks = await cut(content, form.format, blockBytes);
        expect(Buffer.concat(chunks.map(({ bytes }) => bytes)).toString()).toBe(content);
      }),
      { numRuns: 300 },
    );
  });

  test.each(forms)('a line that is too long is one fault: $format', async (form) => {
    const long = 'x'.repeat(3 * recordBytesMax);
    for (const content of [`a,b\n${long}\nc,d\n`, `a,b\n${long}`]) {
      const rows = await readAll(content, form, 100_000);
      expect(rows[1]).toMatchObject({ ok: false, line: 2, message: /longer than/ });
    }
  });

  test('a quote that never closes swallows nothing', async () => {
    const form = forms[1] ?? { format: 'ndjson' };
    const much = `${'d'.repeat(recordBytesMax / 4)}\n`;
    for (const rest of ['c,d\n', `c,d\n${much.repeat(5)}`]) {
      const rows = await readAll(`a,b\n"a,b\n${rest}`, form, 100_000);
      expect(rows.slice(1, 3)).toMatchObject([
        { line: 2, message: 'no CSV: a quote that opens here does not close' },
        { line: 3, value: { id: 'c' } },
      ]);
    }
  });
});

describe('CSV', () => {
  test('cells are trimmed, split and counted; an empty one is unknown', async () => {
    const lines = [
      '\uFEFFid,audience,age,"pain-location",onset',
      '"a ""b""\nc",clinician,38.5,calf; achilles-mid|heel,',
      '',
      ' d ,, ,"calf",sudden-pop',
      'e,patient,"38,5",,',
      'f,,abc,;,',
    ];
    expect(await readFile('in.csv', lines.join('\r\n'))).toEqual([
      [
        2,
        {
          id: 'a "b"\nc',
          audience: 'clinician',
          answers: { age: 38.5, 'pain-location': ['calf', 'achilles-mid', 'heel'] },
        },
      ],
      [5, { id: 'd', answers: { 'pain-location': ['calf'], onset: 'sudden-pop' } }],
      [6, { id: 'e', audience: 'patient', answers: { age: '38,5' } }],
      [7, { id: 'f', answers: { age: 'abc', 'pain-location': [] } }],
    ]);
  });

  test('a row with a fault is named, and the others are read', async () => {
    const text = 'id,age\na,30\nb\nc,"3"0\nd,40,50\ne,60';
    expect(await readFile('faults.csv', text)).toEqual([
      [2, { id: 'a', answers: { age: 30 } }],
      [3, '1 cells, and the header has 2'],
      [4, 'no CSV: a quote stands where none may be'],
      [5, '3 cells, and the header has 2'],
      [6, { id: 'e', answers: { age: 60 } }],
    ]);
  });

  const headers: readonly [string, RegExp][] = [
    ['id,shoe-size,age', /line 1: no question or finding is called shoe-size/],
    ['id;age', /is called id;age/],
    ['id,age,age', /age stands there twice/],
    ['id,,age', /column 2 has no name/],
    ['', /begins with no header row/],
  ];
  test.each(headers)('header %s', async (header, message) => {
    await expect(readFile('header.csv', `${header}\n`)).rejects.toThrow(message);
  });
});

describe('the format', () => {
  test.each([
    ['in.csv', 'id\na\n', 'a'],
    ['in.txt', 'id\na\n', 'a'],
    ['in.ndjson', '{"id":"a"}', 'a'],
    ['in', ' \n {"id":"a"}', 'a'],
  ])('%s', async (name, text, id) => {
    expect(await readFile(name, text)).toMatchObject([[expect.any(Number), { id }]]);
  });
});
