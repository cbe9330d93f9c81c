/** Every resource that leaves us is sound, and what goes out comes back. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { documentTitles as titles } from '@/app/fhir/document-titles';
import { toAuditEvent } from '@/lib/interop/fhir/audit-event';
import { codeSystems } from '@/lib/interop/fhir/code-system';
import { toQuestionnaire } from '@/lib/interop/fhir/questionnaire';
import { toQuestionnaireResponse } from '@/lib/interop/fhir/questionnaire-response';
import { readResponse } from '@/lib/interop/fhir/read-response';
import { toDocument } from '@/lib/interop/fhir/to-document';
import { knowledgeBase } from '@/lib/knowledge/read-rules';
import { readVignettes } from '@/lib/knowledge/read-vignettes';
import { audiences, type Input, validateInput } from '@/lib/triage/answers';
import { makeRejudgingAssess } from '@/lib/triage/rejudging-assess';
import { twinOf } from '@/lib/triage/twin';
import { findFaults } from '../fhir/find-faults';
import { flatten, shownItems } from '../fhir/find-form-faults';
import { arbitraryAnswers } from '../property/arbitrary-answers';

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

test('an event of the audit trail is sound, and tells by what it hangs together', () => {
  const event = { at, intakeId: 'x', action: 'opened', hash: 'y' };
  for (const by of [null, 'A. Clinician']) {
    expect(findFaults(toAuditEvent({ ...event, by }))).toEqual([]);
  }
});

test('a form shows a question whenever the self-check asks it', () => {
  const { evaluate, isAsked } = twinOf(base);
  const { item: items = [] } = toQuestionnaire(base, 'patient');
  fc.assert(
    fc.property(arbitraryAnswers(base, 'patient'), (answers) => {
      const evaluation = evaluate({ audience: 'patient', answers });
      const response = toQuestionnaireResponse(base, {
        input: { audience: 'patient', answers },
        at,
      });
      const given = flatten(response.item ?? []);
      const shown = shownItems(items, new Map(given.map((one) => [one.linkId, one.answer ?? []])));
      for (const { id } of base.questions) {
        expect([id, shown.has(id)]).toEqual([id, isAsked(evaluation, id)]);
      }
    }),
    { numRuns: 500 },
  );
});

describe.each(vignettes)('$name', ({ name, input: given }) => {
  const input = inputOf({ id: name, ...given });

  test('its answers come back as they were, but for what is not asked', () => {
    const response = toQuestionnaireResponse(base, { input, at });
    const read = readResponse(base, response);
    const { evaluate, isAsked } = twinOf(base);
    const asked = Object.entries(input.answers).filter(([id]) => isAsked(evaluate(input), id));
    expect(read).toEqual({
      ok: true,
      response: {
        input: { ...input, answers: Object.fromEntries(asked) },
        unsure: [],
        subject: null,
        authored: at,
      },
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
