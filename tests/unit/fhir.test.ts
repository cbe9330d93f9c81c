/** Every resource that leaves us is sound, and what goes out comes back. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { documentTitles as titles } from '@/app/fhir/document-titles';
import { auditActions } from '@/lib/intake/audit';
import { toAuditEvent } from '@/lib/interop/fhir/audit-event';
import { auditActionSystem, codeSystems } from '@/lib/interop/fhir/code-system';
import { readDateRange } from '@/lib/interop/fhir/date-range';
import { toQuestionnaire } from '@/lib/interop/fhir/questionnaire';
import { toQuestionnaireResponse } from '@/lib/interop/fhir/questionnaire-response';
import { readResponse } from '@/lib/interop/fhir/read-response';
import { toDocument } from '@/lib/interop/fhir/to-document';
import { knowledgeBase } from '@/lib/knowledge/read-rules';
import { readVignettes } from '@/lib/knowledge/read-vignettes';
import messages from '@/lib/messages/en.json';
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

describe('an event of the audit trail', () => {
  const event = {
    ...{ at, action: 'opened', intakeId: null, actorId: null, by: null, details: null },
    ...{ previousHash: '0'.repeat(64), hash: 'a'.repeat(64) },
  };

  test.each([
    ['of no member', {}],
    ['of a member, about an intake', { actorId: 'm', by: 'A. Clinician', intakeId: 'i' }],
    ['of a member without a name', { actorId: 'm' }],
    ['with details', { details: { fields: ['a', 'b'], count: 2, sound: true, empty: ' ' } }],
    ['of an action that is none', { action: 'x' }],
  ])('%s is sound, and tells by what it hangs together', (_, changes) => {
    const made = toAuditEvent({ ...event, ...changes });
    expect(findFaults(made)).toEqual([]);
    expect(made.id).toBe(event.hash);
    expect(made.entity?.at(-1)?.detail?.slice(0, 2)).toEqual([
      { type: 'hash', valueString: event.hash },
      { type: 'previous-hash', valueString: event.previousHash },
    ]);
  });

  test.each(auditActions)('%s is of a kind that FHIR knows, and its code has a word', (action) => {
    const made = toAuditEvent({ ...event, action });
    expect(findFaults(made)).toEqual([]);
    expect(made.type.display).not.toBe('Application Activity');
    const system = auditActionSystem(base, messages.audit.actions);
    expect(findFaults(system)).toEqual([]);
    expect(system.url).toBe(made.subtype?.[0]?.system);
    expect(system.concept?.map(({ code }) => code)).toContain(action);
  });
});

describe('a date of a search', () => {
  const day = 24 * 60 * 60 * 1000;
  test.each([
    ['2026', '2026-01-01T00:00:00Z', 365 * day],
    ['2024-02', '2024-02-01T00:00:00Z', 29 * day],
    ['2026-12', '2026-12-01T00:00:00Z', 31 * day],
    ['2026-03-02', '2026-03-02T00:00:00Z', day],
    ['2026-03-02T10:00', '2026-03-02T10:00:00Z', 60_000],
    ['2026-03-02T10:00Z', '2026-03-02T10:00:00Z', 60_000],
    ['2026-03-02T10:00:05Z', '2026-03-02T10:00:05Z', 1000],
    ['2026-03-02T10:00:05.250Z', '2026-03-02T10:00:05.250Z', 1],
    ['2026-03-02T10:00:00 02:00', '2026-03-02T08:00:00Z', 1000],
    ['2026-03-02T10:00:00-05:00', '2026-03-02T15:00:00Z', 1000],
  ])('%s is all of it', (text, from, milliseconds) => {
    const [gte, lt] = [new Date(from), new Date(Date.parse(from) + milliseconds)];
    expect(readDateRange(text)).toEqual({ gte, lt });
    expect(readDateRange(`ge${text}`)).toEqual({ gte });
    expect(readDateRange(`le${text}`)).toEqual({ lt });
    expect(readDateRange(`gt${text}`)).toEqual({ gte: lt });
    expect(readDateRange(`lt${text}`)).toEqual({ lt: gte });
  });

  test.each([
    ...['', 'ge', '26', '2026-13', '2026-02-30', '2026-03-02T', '2026-03-02T25:00', 'today'],
    ...['ne2026', 'ap2026', '2026-03-02T10', '2026-03-02,2026-03-03'],
  ])('"%s" is none', (text) => {
    expect(readDateRange(text)).toBeNull();
  });
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
