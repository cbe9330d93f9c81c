import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readDocuments, readRules } from '@/lib/knowledge/read-rules';
import { loadKnowledgeBase } from '@/lib/triage/load-knowledge-base';

type Json = Record<string, unknown>;

/** The real knowledge base with one thing changed: `set` replaces what stands at a path of keys. */
function loadWith(file: string, path: readonly (string | number)[], value: unknown) {
  const { documents, hash } = readDocuments();
  const changed = structuredClone(documents);
  const keys = [file, ...path];
  const last = keys.pop() ?? '';
  const holder = keys.reduce<Json>((node, key) => node[key] as Json, changed);
  if (value === undefined) delete holder[last];
  else holder[last] = value;
  const loaded = loadKnowledgeBase(changed, hash);
  return loaded.ok ? [] : loaded.faults.map(({ file, field }) => `${file} ${field}`);
}

test('the knowledge base is sound and whole', () => {
  const loaded = readRules();
  expect(loaded.ok ? [] : loaded.faults).toEqual([]);
  if (!loaded.ok) return;
  const base = loaded.knowledgeBase;
  const files = Object.keys(readDocuments().documents);
  const inFolder = (folder: string) => files.filter((file) => file.startsWith(`${folder}/`)).length;
  // Nothing on disk is passed over.
  expect(base.questions).toHaveLength(inFolder('questionnaire'));
  expect(base.findings).toHaveLength(inFolder('examination'));
  expect(base.conditions).toHaveLength(inFolder('conditions'));
  expect(base.redFlags).toHaveLength(inFolder('red-flags'));
  expect(base.instruments).toHaveLength(inFolder('instruments'));
  expect(base.conditions.length).toBeGreaterThanOrEqual(45);
  expect(base.redFlags.length).toBeGreaterThanOrEqual(76);
  expect(base.dispositions).toHaveLength(6);
  expect(base.rehabilitation.options).toHaveLength(8);
  expect(Object.keys(base.sources).length).toBeGreaterThanOrEqual(89);
  expect(base.hash).toMatch(/^[0-9a-f]{64}$/);
});

describe('a broken knowledge base is refused by file and field', () => {
  const flag = 'red-flags/absent-pulses';
  const rows: [string, string, readonly (string | number)[], unknown, string][] = [
    ['a missing file', 'dispositions', [], undefined, 'dispositions.json '],
    ['an unknown file', 'notes', [], {}, 'notes.json '],
    ['an unknown field', 'conditions/gout', ['colour'], 'red', 'conditions/gout.json '],
    [
      'a missing text',
      'conditions/gout',
      ['name', 'patient', 'en'],
      undefined,
      'conditions/gout.json name.patient.en',
    ],
    [
      'a negation of the engine',
      'questionnaire/pregnancy',
      ['askWhen'],
      { not: { fact: 'age', operator: 'lessThan', value: 9 } },
      'questionnaire/pregnancy.json askWhen',
    ],
    [
      'notIn',
      'questionnaire/pregnancy',
      ['askWhen'],
      { fact: 'sex-at-birth', operator: 'notIn', value: ['male'] },
      'questionnaire/pregnancy.json askWhen',
    ],
    [
      'an empty list of comparisons',
      'questionnaire/pregnancy',
      ['askWhen'],
      { all: [] },
      'questionnaire/pregnancy.json askWhen',
    ],
    [
      'all and any at one level',
      'questionnaire/pregnancy',
      ['askWhen'],
      {
        all: [{ fact: 'age', operator: 'lessThan', value: 9 }],
        any: [{ fact: 'age', operator: 'lessThan', value: 9 }],
      },
      'questionnaire/pregnancy.json askWhen',
    ],
    [
      'a path into a fact',
      'questionnaire/pregnancy',
      ['askWhen'],
      { fact: 'age', operator: 'lessThan', value: 9, path: '$' },
      'questionnaire/pregnancy.json askWhen',
    ],
    [
      'an unknown fact',
      'questionnaire/pregnancy',
      ['askWhen'],
      { fact: 'shoe-size', operator: 'lessThan', value: 9 },
      'questionnaire/pregnancy.json askWhen',
    ],
    [
      'a later question',
      'questionnaire/pregnancy',
      ['askWhen'],
      { fact: 'side', operator: 'in', value: ['left'] },
      'questionnaire/pregnancy.json askWhen',
    ],
    [
      'an unknown option',
      'questionnaire/pregnancy',
      ['askWhen'],
      { fact: 'sex-at-birth', operator: 'in', value: ['man'] },
      'questionnaire/pregnancy.json askWhen',
    ],
    [
      'an operator of another type',
      'questionnaire/pregnancy',
      ['askWhen'],
      { fact: 'sex-at-birth', operator: 'includesAny', value: ['male'] },
      'questionnaire/pregnancy.json askWhen',
    ],
    [
      'an impossible number',
      'questionnaire/child-symptoms',
      ['askWhen'],
      { fact: 'age', operator: 'lessThan', value: 500 },
      'questionnaire/child-symptoms.json askWhen',
    ],
    [
      'a rule that is open though every answer agrees',
      'questionnaire/pregnancy',
      ['askWhen'],
      {
        any: [
          { fact: 'age', operator: 'lessThan', value: 50 },
          { fact: 'age', operator: 'greaterThanInclusive', value: 50 },
        ],
      },
      'questionnaire/pregnancy.json askWhen',
    ],
    [
      'more options than can be told apart',
      'questionnaire/side',
      ['options'],
      Array.from({ length: 40 }, (_, place) => ({
        value: `option-${place}`,
        patient: { en: 'It' },
        clinician: { en: 'It' },
      })),
      'questionnaire/side.json options',
    ],
    [
      'the unknown as a value',
      'questionnaire/skin-break',
      ['askWhen'],
      { fact: 'calf-girth-difference', operator: 'in', value: ['not-measured'] },
      'questionnaire/skin-break.json askWhen',
    ],
    [
      'a question in no block',
      'questionnaire',
      ['blocks', 0, 'fields', 0],
      'age',
      'questionnaire.json blocks',
    ],
    [
      'support below 1',
      'conditions/gout',
      ['supports', 0, 'weight', 'likelihoodRatio'],
      0.5,
      'conditions/gout.json supports.',
    ],
    [
      'a source that does not exist',
      'conditions/gout',
      ['sources', 0, 'id'],
      'hearsay',
      'conditions/gout.json sources',
    ],
    [
      'the name of another condition',
      'conditions/gout',
      ['name', 'clinician', 'en'],
      'Mid-portion Achilles tendinopathy',
      'conditions/gout.json name.clinician.en',
    ],
    ['a condition that does not exist', flag, ['condition'], 'hiccups', `${flag}.json condition`],
    [
      'levels out of order',
      'dispositions',
      ['dispositions', 0, 'id'],
      'self-care',
      'dispositions.json dispositions.0.id',
    ],
    [
      'a gap between bands',
      'instruments/wells-dvt-two-level',
      ['bands', 1, 'from'],
      3,
      'instruments/wells-dvt-two-level.json bands.1.from',
    ],
    [
      'a rule without a source',
      'conditions/gout',
      ['supports', 0, 'sources'],
      [],
      'conditions/gout.json supports.hot-swollen-joint.sources',
    ],
  ];
  const exchange = 'interoperability';
  const long = { en: 'x'.repeat(140) };
  rows.push(
    [
      'a code of a question that does not exist',
      exchange,
      ['fields', 'mood'],
      { loinc: '1-8' },
      `${exchange}.json fields.mood`,
    ],
    [
      'a code that the condition does not have',
      exchange,
      ['sides', 'achilles-rupture', 'left'],
      'S86.011B',
      `${exchange}.json sides.achilles-rupture.left`,
    ],
    [
      'a record that answers a single choice',
      exchange,
      ['record', 0, 'field'],
      'side',
      `${exchange}.json record.0.field`,
    ],
    [
      'a record that answers with no option',
      exchange,
      ['record', 0, 'option'],
      'tea',
      `${exchange}.json record.0.option`,
    ],
    [
      'an order for a condition that does not exist',
      exchange,
      ['orders', 0, 'caution', 'conditions', 0],
      'hiccups',
      `${exchange}.json orders.compression.caution.conditions`,
    ],
    [
      'a caution too long for a card',
      exchange,
      ['orders', 0, 'caution', 'text'],
      long,
      `${exchange}.json orders.compression.caution.text`,
    ],
    [
      'a sentence too long for a card',
      exchange,
      ['cards', 'notAssessed'],
      long,
      `${exchange}.json cards`,
    ],
  );
  test.each(rows)('%s', (_, file, path, value, fault) => {
    expect(loadWith(file, path, value)).toEqual(
      expect.arrayContaining([expect.stringContaining(fault)]),
    );
  });

  test('a modifier that would lower the urgency', () => {
    expect(
      loadWith('conditions/gout', ['referral', 'modifiers', 0, 'urgency'], 'self-care'),
    ).toEqual(
      expect.arrayContaining([expect.stringContaining('conditions/gout.json referral.modifiers')]),
    );
  });

  test.each([
    ['that is no milder', 'red-flags/weakness-of-both-legs', ['milder', 'urgency'], 'same-day'],
    [
      'of a referral that is no milder',
      'conditions/achilles-rupture',
      ['referral', 'milder', 'urgency'],
      'same-day',
    ],
    ['of an emergency', 'red-flags/weakness-of-both-legs', ['urgency'], 'emergency-now'],
    [
      'that waits for a question which not everybody is asked',
      'red-flags/weakness-of-both-legs',
      ['milder', 'when'],
      { fact: 'pregnancy', operator: 'in', value: ['no'] },
    ],
  ])('a milder form %s', (_, file, path, value) => {
    const faults = loadWith(file, path, value);
    expect(faults).not.toEqual([]);
    for (const fault of faults) expect(fault).toMatch(new RegExp(`^${file}.json .*milder`));
  });

  test.each([
    ['of no condition', 'red-flags/fever-with-leg-symptoms'],
    ['more urgent than the referral', 'red-flags/weakness-of-both-legs'],
  ])('a red flag %s that says nowhere to go', (_, file) => {
    expect(loadWith(file, ['to'], undefined)).toEqual([`${file}.json to`]);
  });

  test('every fault at once', () => {
    const { documents, hash } = readDocuments();
    const { dispositions: _, ...rest } = documents;
    const loaded = loadKnowledgeBase({ ...rest, notes: {}, 'conditions/gout': {} }, hash);
    const files = new Set(loaded.ok ? [] : loaded.faults.map(({ file }) => file));
    expect([...files].sort()).toEqual(['conditions/gout.json', 'dispositions.json', 'notes.json']);
  });

  test('a file that is no JSON', () => {
    const folder = mkdtempSync(join(tmpdir(), 'surae-rules-'));
    writeFileSync(join(folder, 'sources.json'), '{');
    const loaded = readRules(folder);
    expect(loaded.ok ? [] : loaded.faults[0]).toMatchObject({ file: 'sources.json' });
  });

  test('a missing comma, by its line', () => {
    const folder = mkdtempSync(join(tmpdir(), 'surae-rules-'));
    writeFileSync(join(folder, 'sources.json'), '{\n  "a": 1\n  "b": 2\n}');
    const loaded = readRules(folder);
    expect(loaded.ok ? '' : loaded.faults[0]?.message).toMatch(/line 3/);
  });

  test('what is missing is called missing', () => {
    const { documents, hash } = readDocuments();
    const { name: _, ...nameless } = documents['conditions/gout'] as Json;
    const loaded = loadKnowledgeBase({ ...documents, 'conditions/gout': nameless }, hash);
    expect(loaded.ok ? [] : loaded.faults).toContainEqual({
      file: 'conditions/gout.json',
      field: 'name',
      message: 'is missing',
    });
  });
});
