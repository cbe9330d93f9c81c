/** The exchange with the ITU/WHO benchmark: what goes out comes back. */
import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeBenchmarkDocument } from '@/lib/interop/fg-ai4h/benchmark-document';
import { fromCaseData } from '@/lib/interop/fg-ai4h/from-case-data';
import {
  type CaseData,
  type ClinicalFinding,
  caseSet,
  solveCaseReply,
  solveCaseRequest,
} from '@/lib/interop/fg-ai4h/schema';
import { toCaseData } from '@/lib/interop/fg-ai4h/to-case-data';
import { toReply, uncertainReply } from '@/lib/interop/fg-ai4h/to-reply';
import { triageLevelOf } from '@/lib/interop/fg-ai4h/triage-level';
import { knowledgeBase } from '@/lib/knowledge/read-rules';
import { readVignettes } from '@/lib/knowledge/read-vignettes';
import { type Answers, type Input, validateInput } from '@/lib/triage/answers';
import { assess } from '@/lib/triage/assess';
import { isMoreUrgent } from '@/lib/triage/disposition';
import { urgencyLevels } from '@/lib/triage/schema';
import { arbitraryAnswers } from '../property/arbitrary-answers';

const base = knowledgeBase();
const at = new Date('2026-01-05T09:00:00Z');
const vignettes = readVignettes();
const document = makeBenchmarkDocument(base, vignettes);
const cases = [...document.caseSet.cases, ...document.caseSetBeyondTheModel.cases];
const caseOf = new Map(cases.map((one) => [one.metaData.spreadsheetCaseId, one]));

/** Several choices are a set. */
function spell(input: Input | null) {
  const entries = Object.entries(input?.answers ?? {}).map(([id, answer]) => [
    id,
    Array.isArray(answer) ? [...answer].sort() : answer,
  ]);
  return { audience: input?.audience, answers: Object.fromEntries(entries) };
}

const patient = (answers: Answers) => toCaseData(base, { audience: 'patient', answers });

const finding = (id: string, state: ClinicalFinding['state']): ClinicalFinding => ({
  id,
  name: id,
  standardOntologyUris: [],
  state,
  attributes: [],
});

/** A case about this leg with nothing but these findings. */
const caseWith = (...otherFeatures: ClinicalFinding[]): CaseData => ({
  profileInformation: {},
  presentingComplaints: [finding('pain-location', 'unsure')],
  otherFeatures,
});
const answersIn = (caseData: CaseData) => fromCaseData(base, caseData)?.answers;

describe.each(vignettes)('$name', ({ name, input, expected, split, provenance }) => {
  const exported = caseOf.get(name);

  test('comes back with the same answers', () => {
    const back = exported ? fromCaseData(base, exported.caseData) : null;
    expect(spell(back)).toEqual(spell(input));
    expect(validateInput(base, back)).toMatchObject({ ok: true });
  });

  test('keeps what is expected, and where it comes from', () => {
    expect(exported?.valuesToPredict).toMatchObject({
      expectedTriageLevel: triageLevelOf[expected.urgency],
      expectedCondition: { id: expected.condition },
    });
    const { urgency, lowest, highest, alternatives, notMissed } = expected;
    expect(document.extensions[name]).toMatchObject({
      split,
      provenance,
      urgency: { expected: urgency, lowest, highest },
      ...(alternatives && { alternatives }),
      ...(notMissed && { notMissed }),
    });
  });

  test('gets a reply that the benchmark reads', async () => {
    const reply = toReply(base, await assess(base, input, at));
    expect(solveCaseReply.safeParse(reply).error).toBeUndefined();
  });
});

test('any answers come back, those that are left out as well', () => {
  const inputs = fc.oneof(
    arbitraryAnswers(base, 'patient'),
    arbitraryAnswers(base, 'clinician').filter((answers) =>
      base.findings.some(({ id }) => id in answers),
    ),
  );
  fc.assert(
    fc.property(inputs, (answers) => {
      const examined = base.findings.some(({ id }) => id in answers);
      const input: Input = { audience: examined ? 'clinician' : 'patient', answers };
      const { caseData } = solveCaseRequest.parse({ caseData: toCaseData(base, input) });
      expect(spell(fromCaseData(base, caseData))).toEqual(spell(input));
    }),
    { numRuns: 500 },
  );
});

describe('the document', () => {
  test('holds every vignette once, in the model where the model has a place', () => {
    expect([...caseOf.keys()].sort()).toEqual(vignettes.map(({ name }) => name).sort());
    expect(cases).toHaveLength(vignettes.length);
    const outside = document.caseSetBeyondTheModel.cases;
    expect(caseSet.safeParse({ name: 'outside', cases: outside }).success).toBe(false);
    for (const { caseData } of outside) {
      const { age = 0, biologicalSex } = caseData.profileInformation;
      expect(age < 18 || biologicalSex === undefined).toBe(true);
    }
  });

  test('lists every feature and condition that a case names', () => {
    const features = document.features.flatMap(({ id, options = [] }) => [
      id,
      ...options.map((option) => option.id),
    ]);
    const named = cases.flatMap(({ caseData }) => caseData.otherFeatures.map(({ id }) => id));
    expect([...new Set(named)].filter((id) => !features.includes(id))).toEqual([]);
    const conditions = document.conditions.map(({ id }) => id);
    const predicted = cases.flatMap(({ valuesToPredict: { otherRelevantDifferentials: more } }) =>
      more.map(({ id }) => id),
    );
    expect(predicted.filter((id) => !conditions.includes(id))).toEqual([]);
  });
});

describe('states', () => {
  test('not ticked is absent; not answered is not there', () => {
    const { otherFeatures } = patient({ 'chest-symptoms': ['breathless'] });
    const states = Object.fromEntries(otherFeatures.map(({ id, state }) => [id, state]));
    expect(states).toMatchObject({
      'chest-symptoms.breathless': 'present',
      'chest-symptoms.collapse': 'absent',
    });
    expect(Object.keys(states).filter((id) => !id.startsWith('chest-symptoms.'))).toEqual([]);
  });

  test('"not sure" is unsure', () => {
    const { otherFeatures } = patient({ 'bone-tenderness': 'dont-know' });
    expect(otherFeatures).toMatchObject([{ id: 'bone-tenderness', state: 'unsure' }]);
  });

  test('what is unsure, or denied only in part, denies nothing', () => {
    const screen = ['breathless', 'chest-pain', 'cough-blood'].map((value) =>
      finding(`chest-symptoms.${value}`, 'absent'),
    );
    const collapse = (state: ClinicalFinding['state']) => finding('chest-symptoms.collapse', state);
    expect(answersIn(caseWith(...screen))).toEqual({});
    expect(answersIn(caseWith(...screen, collapse('unsure')))).toEqual({});
    expect(answersIn(caseWith(...screen, collapse('absent')))).toEqual({
      'chest-symptoms': ['none'],
    });
    expect(answersIn(caseWith(...screen, collapse('present')))).toEqual({
      'chest-symptoms': ['collapse'],
    });
  });

  test('findings of another benchmark are passed over', () => {
    expect(answersIn(caseWith(finding('heartburn', 'present')))).toEqual({});
  });
});

describe('the reply', () => {
  test('to a complaint that is none of this leg is uncertain', () => {
    const abdomen = { ...caseWith(), presentingComplaints: [finding('heartburn', 'present')] };
    expect(fromCaseData(base, abdomen)).toBeNull();
    expect(solveCaseReply.parse(uncertainReply).triage).toBe('UNCERTAIN');
  });

  test('outside our scope is uncertain, but an emergency stays one', async () => {
    const small = { age: 4, 'pain-location': ['heel-sole'] };
    const answers = { ...small, 'chest-symptoms': ['collapse'] };
    const reply = async (some: Answers) =>
      toReply(base, await assess(base, { audience: 'patient', answers: some }, at)).triage;
    expect([await reply(answers), await reply({ ...small, 'chest-symptoms': ['none'] })]).toEqual([
      'EC',
      'UNCERTAIN',
    ]);
  });

  test('the levels keep their order', () => {
    const ranks = urgencyLevels.map((level) => ['EC', 'PC', 'SC'].indexOf(triageLevelOf[level]));
    expect(ranks).toEqual(ranks.toSorted());
    expect(urgencyLevels.filter((level) => isMoreUrgent(level, 'within-72h'))).toEqual(
      urgencyLevels.filter((level) => triageLevelOf[level] === 'EC'),
    );
  });
});

test('the command writes one document, or says what is wrong', () => {
  const run = (...args: string[]) =>
    spawnSync(process.execPath, ['--import', 'tsx', 'bin/export-vignettes.ts', ...args], {
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
    });
  const { stdout, status } = run('--split', 'development');
  const { extensions } = JSON.parse(stdout);
  expect({ status, cases: Object.keys(extensions) }).toEqual({
    status: 0,
    cases: vignettes.filter(({ split }) => split === 'development').map(({ name }) => name),
  });
  const wrong = run('--split', 'half');
  expect([wrong.status, wrong.stderr.trim()]).toEqual([
    2,
    '--split: choose of development, validation, all.',
  ]);
});
