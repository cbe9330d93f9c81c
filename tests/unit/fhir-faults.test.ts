/** The judges of `tests/fhir` notice: each fault is seeded in what they find sound. */
import type { Bundle, Composition, FhirResource, Questionnaire } from 'fhir/r4';
import { describe, expect, test } from 'vitest';
import { documentTitles as titles } from '@/app/fhir/document-titles';
import { toQuestionnaire } from '@/lib/interop/fhir/questionnaire';
import { toDocument } from '@/lib/interop/fhir/to-document';
import { knowledgeBase } from '@/lib/knowledge/read-rules';
import type { Input } from '@/lib/triage/answers';
import { assess } from '@/lib/triage/assess';
import { allOf } from '../fhir/all-of';
import { findFaults } from '../fhir/find-faults';
import { flatten } from '../fhir/find-form-faults';

const base = knowledgeBase();
const at = new Date('2026-11-26T12:00:00.000Z');
const input: Input = {
  audience: 'clinician',
  answers: {
    age: 41,
    onset: 'sudden-pop',
    'pain-location': ['achilles-mid'],
    'heel-raise': 'cannot',
    'thompson-test': 'absent',
    'calf-girth-measured': 1.5,
  },
};
const document = toDocument({
  base,
  input,
  assessment: await assess(base, input, at),
  titles,
  signature: { name: 'A. Clinician', signedAt: '2026-11-26T12:30:00.000Z' },
});
const form = toQuestionnaire(base, 'patient');

/** The document after a change to its first resource of one type. */
function spoil<Type extends FhirResource['resourceType']>(
  type: Type,
  change: (resource: Extract<FhirResource, { resourceType: Type }>) => void,
): Bundle {
  const copy = structuredClone(document);
  const [found] = allOf(copy, type);
  if (!found) throw new Error(`no ${type}`);
  change(found);
  return copy;
}

function spoilForm(change: (form: Questionnaire) => void): Questionnaire {
  const copy = structuredClone(form);
  change(copy);
  return copy;
}

const itemOf = (questionnaire: Questionnaire, linkId: string) => {
  const found = flatten(questionnaire.item ?? []).find((item) => item.linkId === linkId);
  if (!found) throw new Error(`no ${linkId}`);
  return found;
};

/** Sets what the types would not allow. */
const set = (target: object, name: string, value: unknown) =>
  Object.assign(target, { [name]: value });
const drop = (target: object, name: string) => Reflect.deleteProperty(target, name);

test('what the faults are seeded in is sound', () => {
  expect([...findFaults(document), ...findFaults(form)]).toEqual([]);
});

const faults: readonly [string, () => FhirResource][] = [
  ['a status that is none', () => spoil('Observation', (one) => set(one, 'status', 'done'))],
  ['a missing status', () => spoil('ClinicalImpression', (one) => drop(one, 'status'))],
  ['an element that does not exist', () => spoil('Condition', (one) => set(one, 'likelihood', 1))],
  [
    'a number as text',
    () =>
      spoil('Observation', (one) => {
        one.valueQuantity = { value: 41 };
        set(one.valueQuantity, 'value', '41');
      }),
  ],
  ['a list in place of one', () => spoil('Condition', (one) => set(one, 'code', [one.code]))],
  [
    'two values of one choice',
    () =>
      spoil('Observation', (one) => {
        one.valueString = 'x';
        one.valueBoolean = true;
      }),
  ],
  [
    'a value beside a reason for its absence',
    () => spoil('Observation', (one) => set(one, 'dataAbsentReason', { text: 'unknown' })),
  ],
  ['a date that is none', () => spoil('Composition', (one) => set(one, 'date', '26.11.2026'))],
  [
    'a document without identifier',
    () => {
      const copy = structuredClone(document);
      drop(copy, 'identifier');
      return copy;
    },
  ],
  [
    'a document without timestamp',
    () => {
      const copy = structuredClone(document);
      drop(copy, 'timestamp');
      return copy;
    },
  ],
  [
    'a document that does not begin with its Composition',
    () => {
      const copy = structuredClone(document);
      copy.entry?.reverse();
      return copy;
    },
  ],
  [
    'a section with nothing in it',
    () =>
      spoil('Composition', (one: Composition) => {
        one.section = [{ title: 'x' }];
      }),
  ],
  [
    'a reference that leads nowhere',
    () =>
      spoil('Provenance', (one) => {
        one.target = [{ reference: 'urn:uuid:00000000-0000-8000-8000-000000000000' }];
      }),
  ],
  [
    'a reference to a resource of another kind',
    () =>
      spoil('Condition', (one) => {
        one.subject = { reference: document.entry?.[0]?.fullUrl };
      }),
  ],
  [
    'two resources of one name',
    () => {
      const copy = structuredClone(document);
      const last = copy.entry?.at(-1);
      if (last) copy.entry?.push(last);
      return copy;
    },
  ],
  ['an order detail without an order', () => spoil('ServiceRequest', (one) => drop(one, 'code'))],
  [
    'an answer that is no option',
    () =>
      spoil('QuestionnaireResponse', (one) => {
        const answer = one.item?.[0]?.item?.[0]?.answer?.[0];
        if (answer) answer.valueCoding = { system: 'x', code: 'y' };
      }),
  ],
  [
    'an answer to what was not asked',
    () =>
      spoil('QuestionnaireResponse', (one) =>
        one.item?.push({ linkId: 'child-symptoms', answer: [{ valueCoding: { code: 'limp' } }] }),
      ),
  ],
  [
    'a link id that stands there twice',
    () => spoilForm((one) => one.item?.push({ linkId: 'age', type: 'decimal' })),
  ],
  [
    'a question that depends on what is not there',
    () =>
      spoilForm((one) => {
        itemOf(one, 'pregnancy').enableWhen = [
          { question: 'nobody', operator: 'exists', answerBoolean: false },
        ];
      }),
  ],
  [
    'a question that depends on what is no option',
    () =>
      spoilForm((one) => {
        itemOf(one, 'pregnancy').enableWhen = [
          { question: 'sex-at-birth', operator: '=', answerCoding: { system: 'x', code: 'no' } },
        ];
      }),
  ],
  [
    'conditions that do not say whether any or all',
    () => spoilForm((one) => drop(itemOf(one, 'pregnancy'), 'enableBehavior')),
  ],
  [
    'options of a question that has none',
    () =>
      spoilForm((one) => {
        itemOf(one, 'age').answerOption = [{ valueCoding: { code: 'old' } }];
        itemOf(one, 'age').type = 'display';
      }),
  ],
];

describe('a fault is found', () => {
  test.each(faults)('%s', (_, seed) => {
    expect(findFaults(seed())).not.toEqual([]);
  });
});
