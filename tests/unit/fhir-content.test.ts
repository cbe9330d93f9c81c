/** What a document says: nothing that is not certain, and nothing before somebody has signed. */
import type { Bundle, Coding, Condition, Observation, ServiceRequest } from 'fhir/r4';
import { describe, expect, test } from 'vitest';
import { documentTitles as titles } from '@/app/fhir/document-titles';
import type { Signature } from '@/lib/interop/fhir/document-source';
import { toDocument } from '@/lib/interop/fhir/to-document';
import { knowledgeBase } from '@/lib/knowledge/read-rules';
import { readVignettes } from '@/lib/knowledge/read-vignettes';
import type { Answers, Input } from '@/lib/triage/answers';
import { assess } from '@/lib/triage/assess';
import { allOf } from '../fhir/all-of';
import { findFaults } from '../fhir/find-faults';

const base = knowledgeBase();
const at = new Date('2026-11-26T12:00:00.000Z');
const signature: Signature = { name: 'A. Clinician', signedAt: '2026-11-26T12:30:00.000Z' };
const rupture: Answers = {
  age: 41,
  side: 'left',
  onset: 'sudden-pop',
  'pain-location': ['achilles-mid'],
  'heel-raise': 'cannot',
  'thompson-test': 'absent',
};

async function documentOf(answers: Answers, signed?: Signature): Promise<Bundle> {
  const input: Input = { audience: 'clinician', answers };
  const assessment = await assess(base, input, at);
  return toDocument({ base, input, assessment, titles, signature: signed });
}

const codesOf = (condition: Condition | undefined): string[] =>
  (condition?.code?.coding ?? []).flatMap(({ code }: Coding) => code ?? []);

async function codesWhere(side: Answers[string] | undefined): Promise<string[]> {
  const { side: _, ...rest } = rupture;
  const document = await documentOf(side === undefined ? rest : { ...rest, side });
  const found = allOf(document, 'Condition').find((one) =>
    codesOf(one).includes('achilles-rupture'),
  );
  return codesOf(found);
}

test.each([
  ['left', 'S86.012A'],
  ['right', 'S86.011A'],
  ['both', 'S86.019A'],
  [undefined, 'S86.019A'],
])('a rupture, side %s, is %s', async (side, code) => {
  expect(await codesWhere(side)).toEqual(['achilles-rupture', code]);
});

test('a danger that a red flag wants ruled out says so, however unlikely it is', async () => {
  const strain = readVignettes().find(
    ({ name }) => name === 'gastrocnemius-strain/pregnant-slipped-on-a-stair-pop-and-bruise',
  );
  const document = JSON.stringify(await documentOf(strain?.input.answers ?? {}));
  expect(document).toContain('Deep vein thrombosis, lower limb: Less likely, but to be ruled out');
  expect(document).not.toContain('Deep vein thrombosis, lower limb: Less likely<');
});

test('a condition is provisional, and nothing has a probability', async () => {
  const document = await documentOf(rupture);
  for (const { verificationStatus } of allOf(document, 'Condition')) {
    expect(verificationStatus?.coding?.[0]?.code).toBe('provisional');
  }
  expect(allOf(document, 'RiskAssessment')).toEqual([]);
  expect(JSON.stringify(document)).not.toContain('probability');
});

describe('a signature', () => {
  const kept = (document: Bundle) => ({
    composition: allOf(document, 'Composition')[0]?.status,
    impression: allOf(document, 'ClinicalImpression')[0]?.status,
    observations: [...new Set(allOf(document, 'Observation').map(({ status }) => status))],
    requests: allOf(document, 'ServiceRequest').length,
    practitioners: allOf(document, 'Practitioner').length,
  });

  test('makes final what was preliminary, and proposes the referral', async () => {
    expect(kept(await documentOf(rupture))).toEqual({
      composition: 'preliminary',
      impression: 'in-progress',
      observations: ['preliminary'],
      requests: 0,
      practitioners: 0,
    });
    const signed = await documentOf(rupture, signature);
    expect(kept(signed)).toEqual({
      composition: 'final',
      impression: 'completed',
      observations: ['final'],
      requests: 1,
      practitioners: 1,
    });
    const [request]: (ServiceRequest | undefined)[] = allOf(signed, 'ServiceRequest');
    expect(request).toMatchObject({
      intent: 'proposal',
      priority: 'asap',
      authoredOn: signature.signedAt,
      occurrencePeriod: { end: '2026-11-27T12:00:00.000Z' },
    });
  });

  test.each(['amended', 'entered-in-error'] as const)('may be %s', async (kind) => {
    const document = await documentOf(rupture, { ...signature, kind });
    expect(findFaults(document)).toEqual([]);
    const { composition, observations, requests } = kept(document);
    expect([composition, ...observations]).toEqual([kind, kind]);
    expect(requests).toBe(kind === 'amended' ? 1 : 0);
    const names = (one: Bundle) => one.identifier?.value;
    expect(names(document)).not.toBe(names(await documentOf(rupture, signature)));
  });

  test('that judges otherwise counts, with its reason', async () => {
    const override = { urgency: 'self-care' as const, reason: 'Old rupture, known' };
    const lower = await documentOf(rupture, { ...signature, override });
    expect(allOf(lower, 'ServiceRequest')).toEqual([]);
    expect(JSON.stringify(allOf(lower, 'Composition'))).toContain('Old rupture, known');
    const higher = { urgency: 'emergency-now' as const, reason: 'x' };
    const [request] = allOf(
      await documentOf(rupture, { ...signature, override: higher }),
      'ServiceRequest',
    );
    expect(request?.priority).toBe('stat');
  });
});

describe('what is unknown', () => {
  test('has no value: a red flag that is not excluded is not false', async () => {
    const document = await documentOf(rupture);
    const flags = allOf(document, 'Observation').find(({ code }) => code.text === titles.redFlags);
    const stateOf = (id: string) => {
      const component = flags?.component?.find(({ code }) => code.coding?.[0]?.code === id);
      return component?.valueBoolean ?? component?.dataAbsentReason?.coding?.[0]?.code;
    };
    expect(stateOf('rupture-signs-on-examination')).not.toBe(false);
    expect(stateOf('possible-pulmonary-embolism')).toBe('unknown');
    expect(stateOf('child-under-8')).toBe(false);
  });

  test('is no answer: "not done" is a reason, and what was not asked is not there', async () => {
    const document = await documentOf({ ...rupture, 'matles-test': 'not-done' });
    const observationOf = (id: string): Observation | undefined =>
      allOf(document, 'Observation').find(({ code }) => code.coding?.[0]?.code === id);
    expect(observationOf('matles-test')?.dataAbsentReason?.coding?.[0]?.code).toBe('unknown');
    expect(observationOf('matles-test')?.valueCodeableConcept).toBeUndefined();
    expect(observationOf('swelling')).toBeUndefined();
    expect(observationOf('age')?.valueQuantity).toEqual({
      value: 41,
      unit: 'years',
      system: 'http://unitsofmeasure.org',
      code: 'a',
    });
    expect(observationOf('age')?.code.coding?.[1]).toEqual({
      system: 'http://loinc.org',
      code: '30525-0',
    });
  });

  test('widens a score to a range', async () => {
    const document = await documentOf(rupture);
    const scoreOf = (id: string) =>
      allOf(document, 'Observation').find(({ code }) => code.coding?.[0]?.code === id);
    const aaos = scoreOf('aaos-achilles');
    expect(aaos?.valueQuantity).toBeUndefined();
    expect(aaos?.valueRange).toEqual({ low: { value: 1 }, high: { value: 4 } });
    expect(aaos?.component?.every(({ dataAbsentReason }) => dataAbsentReason)).toBe(true);
    // Nobody knows whether it applies.
    expect(scoreOf('wells-dvt-two-level')).toBeUndefined();
  });
});
