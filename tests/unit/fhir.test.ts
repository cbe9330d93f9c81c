/** Every resource that leaves us is sound, and what goes out comes back. */
import { describe, expect, test } from 'vitest';
import { codeSystems } from '@/lib/interop/fhir/code-system';
import { toQuestionnaire } from '@/lib/interop/fhir/questionnaire';
import { toQuestionnaireResponse } from '@/lib/interop/fhir/questionnaire-response';
import { readResponse } from '@/lib/interop/fhir/read-response';
import { toDocument } from '@/lib/interop/fhir/to-document';
import { knowledgeBase } from '@/lib/knowledge/read-rules';
import { readVignettes } from '@/lib/knowledge/read-vignettes';
import { audiences, type Input, validateInput } from '@/lib/triage/answers';
import { makeRejudgingAssess } from '@/lib/triage/rejudging-assess';
import { findFaults } from '../fhir/find-faults';
import { titles } from '../fhir/titles';

const base = knowledgeBase();
const at = new Date('2026-11-26T12:00:00.000Z');
const assess = makeRejudgingAssess(base, (rules) => {
  throw new Error(`twin differs: ${rules}`);
});
const vignettes = readVignettes();

function inputOf(value: unknown): Input {
  const checked = validateInput(base, value);
  if (!checked.ok) throw new Error(JSON.stringify(checked.faults));
  return checked.input;
}

test.each(audiences)('the Questionnaire of a %s is sound', (audience) => {
  expect(findFaults(toQuestionnaire(base, audience))).toEqual([]);
});

test('every CodeSystem is sound', () => {
  for (const system of codeSystems(base).values()) expect(findFaults(system)).toEqual([]);
});

describe.each(vignettes)('$name', ({ name, input: given }) => {
  const input = inputOf({ id: name, ...given });

  test('its answers come back as they were', () => {
    const response = toQuestionnaireResponse(base, { input, at });
    const read = readResponse(base, response);
    expect(read).toEqual({
      ok: true,
      response: { input, unsure: [], subject: null, authored: at },
    });
  });

  test('its document is sound, signed or not', async () => {
    const assessment = await assess(input, at);
    const source = { base, input, assessment, titles };
    expect(findFaults(toDocument(source))).toEqual([]);
    const signature = { name: 'A. Clinician', signedAt: '2026-11-26T12:30:00.000Z' };
    const subject = { reference: 'Patient/1', identifier: { system: 'urn:x', value: 'y' } };
    expect(findFaults(toDocument({ ...source, signature, subject }))).toEqual([]);
  });
});
