/** Whatever another system sends is answered: by what it means, or by what is wrong with it. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assessFound } from '@/lib/interop/cds-hooks/assess-request';
import { findAnswers } from '@/lib/interop/cds-hooks/find-answers';
import { questionnaireCanonical } from '@/lib/interop/fhir/canonical';
import { toQuestionnaireResponse } from '@/lib/interop/fhir/questionnaire-response';
import { readAssessRequest } from '@/lib/interop/fhir/read-assess-request';
import { readResponse } from '@/lib/interop/fhir/read-response';
import { knowledgeBase } from '@/lib/knowledge/read-rules';
import { audiences, type Input, validateInput } from '@/lib/triage/answers';
import { conclude } from '@/lib/triage/assess';
import { isMoreUrgent } from '@/lib/triage/disposition';
import { twinOf } from '@/lib/triage/twin';
import { arbitraryAnswers } from './arbitrary-answers';

const base = knowledgeBase();
const at = new Date('2026-11-26T12:00:00.000Z');

const anything = fc.jsonValue({ maxDepth: 3 });
const item = fc.record(
  {
    linkId: fc.oneof(
      fc.constantFrom(...base.questions.map(({ id }) => id), 'emergency-block', 'age-help'),
      anything,
    ),
    answer: fc.oneof(
      fc.array(
        fc.dictionary(
          fc.constantFrom('valueCoding', 'valueDecimal', 'valueQuantity', 'item'),
          anything,
        ),
      ),
      anything,
    ),
    extension: anything,
    item: anything,
  },
  { requiredKeys: [] },
);
const response = fc.record(
  {
    resourceType: fc.constant('QuestionnaireResponse'),
    questionnaire: fc.constantFrom(...audiences.map((one) => questionnaireCanonical(base, one))),
    status: fc.constantFrom('completed', 'in-progress', 'x'),
    authored: fc.oneof(fc.constant(at.toISOString()), anything),
    subject: anything,
    item: fc.oneof(fc.array(item), anything),
  },
  { requiredKeys: ['resourceType', 'questionnaire', 'status'] },
);

test('a response is read, or every fault in it has a place', () => {
  fc.assert(
    fc.property(response, (given) => {
      const read = readResponse(base, given);
      if (read.ok) {
        expect(validateInput(base, read.response.input).ok).toBe(true);
        return;
      }
      expect(read.faults.length).toBeGreaterThan(0);
      for (const { expression, message } of read.faults) {
        expect(expression).toMatch(/^QuestionnaireResponse/);
        expect(message).not.toBe('');
      }
    }),
    { numRuns: 500 },
  );
});

test('any JSON is read as a request, or refused', () => {
  const wrapped = fc.oneof(
    anything,
    fc.record({
      resourceType: fc.constant('Bundle'),
      entry: fc.oneof(anything, fc.array(fc.record({ resource: response }))),
    }),
    fc.record({
      resourceType: fc.constant('Parameters'),
      parameter: fc.oneof(
        anything,
        fc.array(
          fc.record({
            name: fc.constantFrom('response', 'output', 'assessedAt'),
            resource: response,
            valueCode: anything,
          }),
        ),
      ),
    }),
  );
  fc.assert(
    fc.property(wrapped, (given) => {
      const read = readAssessRequest(base, given);
      expect(read.ok || read.faults.length > 0).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test('any record is read, and answers nothing that was left open', () => {
  const resource = fc.oneof(
    response,
    anything,
    fc.record({
      resourceType: fc.constantFrom('Condition', 'MedicationRequest', 'Patient'),
      status: fc.constantFrom('active', 'x'),
      code: anything,
      medicationCodeableConcept: fc.record({ text: fc.constantFrom('ciprofloxacin', 'x') }),
      birthDate: fc.oneof(fc.constantFrom('1980-02-29', '1980-13-45', '9999-01-01'), anything),
    }),
  );
  const prefetch = fc.dictionary(
    fc.constantFrom('patient', 'responses', 'conditions', 'medications'),
    fc.oneof(
      anything,
      fc.record({ resourceType: fc.constant('Bundle'), entry: fc.array(fc.record({ resource })) }),
    ),
  );
  fc.assert(
    fc.property(prefetch, (given) => {
      const request = { hook: 'patient-view', hookInstance: 'x', context: { patientId: '1' } };
      const found = findAnswers(base, { ...request, prefetch: given }, at);
      if (found.state !== 'found') return;
      expect(validateInput(base, found.withRecord).ok).toBe(true);
      const added = Object.keys(found.withRecord.answers);
      expect(added).toEqual(Object.keys(found.input.answers));
    }),
    { numRuns: 300 },
  );
});

test.each(audiences)('what a %s answers comes back, and means the same', (audience) => {
  const { evaluate, isAsked } = twinOf(base);
  fc.assert(
    fc.property(arbitraryAnswers(base, audience), (given) => {
      const input = { audience, answers: given };
      const read = readResponse(base, toQuestionnaireResponse(base, { input, at }));
      if (!read.ok) throw new Error('not read');
      const { input: back } = read.response;
      const { truths } = evaluate(input);
      expect(evaluate(back).truths).toEqual(truths);
      expect(given).toMatchObject(back.answers);
      const lost = Object.keys(given).filter((id) => !(id in back.answers));
      expect(lost.filter((id) => isAsked(evaluate(input), id))).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

test('a record never lowers an urgency', async () => {
  const twin = twinOf(base);
  const assess = async (input: Input) =>
    conclude(twin.book, input, twin.evaluate(input), at, 'en', 'clinician');
  const medicines = fc.subarray(['ciprofloxacin', 'warfarin', 'prednisolone', 'simvastatin']);
  await fc.assert(
    fc.asyncProperty(arbitraryAnswers(base, 'patient'), medicines, async (answers, names) => {
      const responses = toQuestionnaireResponse(base, {
        input: { audience: 'patient', answers },
        at,
      });
      const medications = {
        resourceType: 'Bundle',
        entry: names.map((text) => ({
          resource: {
            resourceType: 'MedicationRequest',
            status: 'active',
            medicationCodeableConcept: { text },
          },
        })),
      };
      const request = { hook: 'patient-view', hookInstance: 'x', context: { patientId: '1' } };
      const ask = async (prefetch: Record<string, unknown>) =>
        await assessFound(findAnswers(base, { ...request, prefetch }, at), assess);
      const [alone, whole] = [await ask({ responses }), await ask({ responses, medications })];
      if (alone.state !== 'found' || whole.state !== 'found') throw new Error('not found');
      expect(whole.found.record).toHaveLength(names.length);
      expect(isMoreUrgent(alone.assessment.urgency, whole.assessment.urgency)).toBe(false);
    }),
    { numRuns: 200 },
  );
});

test('what is nested without end is refused', () => {
  let deep: object = { linkId: 'age' };
  for (let level = 0; level < 50_000; level += 1) deep = { linkId: 'age-block', item: [deep] };
  const questionnaire = questionnaireCanonical(base, 'patient');
  const given = {
    resourceType: 'QuestionnaireResponse',
    status: 'completed',
    questionnaire,
    item: [deep],
  };
  const read = readResponse(base, given);
  expect(read.ok ? [] : read.faults).toMatchObject([{ message: 'is nested too deep' }]);
});
