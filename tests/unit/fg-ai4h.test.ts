/** The vignettes in the format of the ITU/WHO benchmark, there and back. */
import { describe, expect, test } from 'vitest';
import { caseData, caseSet, reply } from '@/lib/interop/fg-ai4h/case-format';
import { toBenchmarkCase, toCaseData, toInput, toReply } from '@/lib/interop/fg-ai4h/cases';
import { knowledgeBase } from '@/lib/knowledge/read-rules';
import { readVignettes } from '@/lib/knowledge/read-vignettes';
import type { Answers } from '@/lib/triage/answers';
import { conclude } from '@/lib/triage/assess';
import { twinOf } from '@/lib/triage/twin';

const base = knowledgeBase();
const twin = twinOf(base);
const at = new Date('2026-01-05T09:00:00Z');
const made = readVignettes().map((vignette) => ({
  vignette,
  ...toBenchmarkCase(base, vignette, 'Apache-2.0'),
}));
const cases = made.flatMap((one) => ('benchmarkCase' in one ? one : []));

/** The order of a list of options means nothing. */
const sorted = (answers: Answers) =>
  Object.entries(answers)
    .map(([id, answer]) => [id, Array.isArray(answer) ? [...answer].sort() : answer])
    .sort();

test('the set is valid, and what is left out is what the format cannot hold', () => {
  const cases = made.flatMap((one) => ('benchmarkCase' in one ? one.benchmarkCase : []));
  expect(caseSet.safeParse({ caseSetName: 'all', cases }).error).toBeUndefined();
  expect(cases.length).toBeGreaterThan(380);
  for (const { vignette, ...one } of made) {
    const { age, 'sex-at-birth': sex } = vignette.input.answers;
    const fits =
      typeof age === 'number' && age >= 18 && age <= 99 && (sex === 'male' || sex === 'female');
    expect({ name: vignette.name, fits: 'benchmarkCase' in one }).toEqual({
      name: vignette.name,
      fits,
    });
  }
});

describe.each(cases)('$vignette.name', ({ vignette, benchmarkCase }) => {
  test('tells the same answers on the way back', () => {
    const input = toInput(base, benchmarkCase.caseData);
    expect(sorted(input?.answers ?? {})).toEqual(sorted(vignette.input.answers));
  });

  test('names its source, its licence and what is expected', () => {
    const { metaData, valuesToPredict } = benchmarkCase;
    expect(metaData.description).toContain(vignette.provenance.source);
    expect(metaData.caseCreator).toContain('Apache-2.0');
    expect(valuesToPredict.expectedCondition.id).toBe(vignette.expected.condition);
  });

  test('has a valid reply', () => {
    const input = toInput(base, benchmarkCase.caseData);
    if (!input) throw new Error('no input');
    const said = toReply(conclude(twin.book, input, twin.evaluate(input), at));
    expect(reply.safeParse(said).error).toBeUndefined();
    if (said.triage !== 'UNCERTAIN') expect(said.conditions.length).toBeGreaterThan(0);
  });
});

test('what nobody answered is no finding, and what was not chosen is absent', () => {
  const answers: Answers = { age: 40, 'sex-at-birth': 'male', swelling: ['calf-one'] };
  const data = toCaseData(base, answers);
  if (!('caseData' in data)) throw new Error(data.reason);
  const { presentingComplaints, otherFeatures } = data.caseData;
  const all = [...presentingComplaints, ...otherFeatures];
  expect(all.find(({ id }) => id === 'swelling/calf-one')?.state).toBe('present');
  expect(all.find(({ id }) => id === 'swelling/whole-leg')?.state).toBe('absent');
  expect(all.every(({ id }) => id.startsWith('swelling/'))).toBe(true);
});

test('a case that is not about this leg is answered UNCERTAIN', () => {
  const data = caseData.parse({
    profileInformation: { age: 25, biologicalSex: 'female' },
    presentingComplaints: [
      {
        id: '3a04b857',
        name: 'Abdominal pain (finding)',
        standardOntologyUris: [],
        state: 'present',
      },
    ],
    otherFeatures: [],
  });
  expect(toInput(base, data)).toBeNull();
  expect(toReply(null)).toEqual({ conditions: [], triage: 'UNCERTAIN' });
});
