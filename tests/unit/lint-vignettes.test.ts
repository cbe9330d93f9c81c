/** What `npm run rules:lint` says of a vignette that names what nobody knows. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { lintVignettes } from '@/lib/knowledge/lint-vignettes';
import { knowledgeBase } from '@/lib/knowledge/read-rules';
import { parseVignettes, readVignettes, type Vignette } from '@/lib/knowledge/read-vignettes';

const base = knowledgeBase();
const vignettes = readVignettes();
const [first, ...others] = vignettes;
if (!first) throw new Error('no vignette');
const { input, expected } = first;
const { 'chest-symptoms': _, ...unscreened } = input.answers;

const answering = (answers: Vignette['input']['answers']) => ({ input: { ...input, answers } });
const expecting = (change: Partial<Vignette['expected']>) => ({
  expected: { ...expected, ...change },
});

describe('a vignette is faulted by its field', () => {
  const rows: [string, Partial<Vignette>, string, string][] = [
    [
      'an option that does not exist',
      answering({ ...input.answers, fever: 'hot' }),
      'input.answers.fever',
      '"hot" is no option',
    ],
    [
      'an emergency question left open',
      answering(unscreened),
      'input.answers.chest-symptoms',
      'an emergency question is answered',
    ],
    [
      'a condition that does not exist',
      expecting({ alternatives: ['hiccups'] }),
      'expected.alternatives',
      'hiccups is no condition',
    ],
    [
      'a red flag that does not exist',
      expecting({ flagsPresent: ['hiccups'] }),
      'expected.flagsPresent',
      'hiccups is no red flag',
    ],
    ['another folder', expecting({ condition: 'gout' }), 'expected.condition', 'the folder gout'],
    [
      'levels out of order',
      expecting({ urgency: 'self-care', lowest: 'same-day', highest: 'emergency-now' }),
      'expected.urgency',
      'between the lowest and the highest',
    ],
    [
      'an alternative to itself',
      expecting({ alternatives: [expected.condition] }),
      'expected.alternatives',
      'stands there twice',
    ],
    [
      'a flag that is there and is not',
      expecting({ flagsPresent: ['absent-pulses'], flagsNotPresent: ['absent-pulses'] }),
      'expected.flagsPresent',
      'is present or it is not',
    ],
  ];
  test.each(rows)('%s', (_, change, field, message) => {
    const faults = lintVignettes(base, [{ ...first, ...change }, ...others]);
    expect(faults).toContainEqual({
      file: `${first.name}.json`,
      field,
      message: expect.stringContaining(message),
    });
  });
});

test('a condition with too few vignettes, or none to validate on', () => {
  const gout = vignettes.filter(({ expected: { condition } }) => condition === 'gout');
  const faultsOf = (some: readonly Vignette[]) =>
    lintVignettes(base, some).filter(({ file }) => file === 'gout');
  expect(faultsOf(gout.slice(0, 3))).toHaveLength(1);
  expect(faultsOf(gout.map((one) => ({ ...one, split: 'development' })))).toHaveLength(1);
  expect(faultsOf(gout)).toEqual([]);
});

test('files of another form are all named, and the rest is read', () => {
  const folder = mkdtempSync(join(tmpdir(), 'surae-vignettes-'));
  mkdirSync(join(folder, 'gout'));
  const { name: __, ...whole } = first;
  writeFileSync(join(folder, 'gout/whole.json'), JSON.stringify(whole));
  writeFileSync(join(folder, 'gout/broken.json'), '{');
  writeFileSync(join(folder, 'gout/coloured.json'), JSON.stringify({ ...whole, colour: 'red' }));
  const { vignettes: read, faults } = parseVignettes(folder);
  expect(read.map(({ name }) => name)).toEqual(['gout/whole']);
  expect(faults.map(({ file }) => file)).toEqual(['gout/broken.json', 'gout/coloured.json']);
  expect(() => readVignettes(folder)).toThrow('gout/coloured.json');
});
