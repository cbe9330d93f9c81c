/** The FHIR endpoints: what they take, what they refuse and how they say where the fault is. */
import type { Bundle, FhirResource, QuestionnaireResponse } from 'fhir/r4';
import { afterEach, describe, expect, test, vi } from 'vitest';
import * as other from '@/app/fhir/[...path]/route';
import * as codeSystem from '@/app/fhir/CodeSystem/[id]/route';
import * as metadata from '@/app/fhir/metadata/route';
import * as operation from '@/app/fhir/OperationDefinition/[id]/route';
import * as assessRoute from '@/app/fhir/Questionnaire/$assess/route';
import * as questionnaire from '@/app/fhir/Questionnaire/[id]/route';
import * as questionnaires from '@/app/fhir/Questionnaire/route';
import { questionnaireCanonical, systemOf, versionOf } from '@/lib/interop/fhir/canonical';
import { toQuestionnaireResponse } from '@/lib/interop/fhir/questionnaire-response';
import { knowledgeBase } from '@/lib/knowledge/read-rules';
import type { Input } from '@/lib/triage/answers';
import { assess } from '@/lib/triage/assess';
import { findFaults } from '../fhir/find-faults';

const base = knowledgeBase();
const at = new Date('2026-11-26T12:00:00.000Z');
const root = 'https://surae.example/fhir';
const input: Input = {
  id: 'case-1',
  audience: 'patient',
  answers: { age: 34, onset: 'sudden-pop', 'pain-location': ['achilles-mid', 'heel-sole'] },
};
const response = toQuestionnaireResponse(base, { input, unsure: ['bruising'], at });

function get(path: string, headers: Record<string, string> = {}) {
  return new Request(`http://localhost/fhir${path}`, { headers });
}

function post(content: unknown, path = '/Questionnaire/$assess', type = 'application/fhir+json') {
  return assessRoute.POST(
    new Request(`http://localhost/fhir${path}`, {
      method: 'POST',
      headers: { 'content-type': type },
      body: typeof content === 'string' ? content : JSON.stringify(content),
    }),
  );
}

const idOf = (id: string) => ({ params: Promise.resolve({ id }) });

afterEach(() => vi.unstubAllEnvs());

describe('what can be read', () => {
  const all: readonly [string, () => Response | Promise<Response>][] = [
    ['metadata', () => metadata.GET(get('/metadata'))],
    ['the self-check', () => questionnaire.GET(get('/Questionnaire/x'), idOf('self-check'))],
    ['the clinic check', () => questionnaire.GET(get('/Questionnaire/x'), idOf('clinic-check'))],
    ['a CodeSystem', () => codeSystem.GET(get('/CodeSystem/x'), idOf('onset'))],
    [
      'the actions of the audit trail',
      () => codeSystem.GET(get('/CodeSystem/x'), idOf('audit-actions')),
    ],
    ['the operation', () => operation.GET(get('/OperationDefinition/x'), idOf('assess'))],
    ['a search', () => questionnaires.GET(get('/Questionnaire?status=draft'))],
    ['a search that finds nothing', () => questionnaires.GET(get('/Questionnaire?url=x'))],
  ];
  test.each(all)('%s is sound', async (_, ask) => {
    const answer = await ask();
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      200,
      'application/fhir+json; charset=utf-8',
    ]);
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(findFaults(await answer.json())).toEqual([]);
  });

  const searches: readonly [string, number][] = [
    ['', 2],
    ['?_id=self-check', 1],
    ['?_id=self-check,clinic-check', 2],
    [`?url=${root}/Questionnaire/self-check`, 1],
    [`?url=${encodeURIComponent(questionnaireCanonical(base, 'clinician'))}`, 1],
    [`?url=${root}/Questionnaire/self-check&version=${encodeURIComponent(versionOf(base))}`, 1],
    [`?url=${root}/Questionnaire/self-check&version=0`, 0],
    ['?status=retired', 0],
    ['?unknown=x', 2],
  ];
  test.each(searches)('a search by "%s" finds %i', async (query, total) => {
    const found: Bundle = await (await questionnaires.GET(get(`/Questionnaire${query}`))).json();
    expect([found.total, found.entry?.length ?? 0]).toEqual([total, total]);
  });

  test('an id that nothing has, and an address that is none, are 404 with an OperationOutcome', async () => {
    for (const answer of [await questionnaire.GET(get('/x'), idOf('x')), other.GET()]) {
      expect(answer.status).toBe(404);
      const outcome = await answer.json();
      expect(outcome.resourceType).toBe('OperationOutcome');
      expect(findFaults(outcome)).toEqual([]);
    }
  });

  test.each([
    ['application/fhir+xml', '', 406],
    ['text/xml', '', 406],
    ['application/fhir+json;q=0', '', 406],
    ['application/fhir+xml', '?_format=json', 200],
    ['application/json', '?_format=xml', 406],
    ['application/fhir+json; fhirVersion=4.0', '', 200],
    ['application/fhir+xml, application/json;q=0.5', '', 200],
    ['*/*', '?_format=application/fhir+json', 200],
  ])('Accept: %s%s is answered by %i', async (accept, query, status) => {
    expect((await metadata.GET(get(`/metadata${query}`, { accept }))).status).toBe(status);
  });

  test('who may use the HTTP API may use this, and nobody else', async () => {
    vi.stubEnv('SURAE_API', 'keys');
    const refused = await metadata.GET(get('/metadata'));
    expect([refused.status, refused.headers.get('www-authenticate')]).toEqual([
      401,
      'Bearer realm="surae"',
    ]);
    expect((await refused.json()).issue[0].code).toBe('login');
    vi.stubEnv('SURAE_API', 'off');
    expect((await post(response)).status).toBe(404);
  });
});

describe('$assess', () => {
  const wrapped: readonly [string, unknown][] = [
    ['a QuestionnaireResponse', response],
    ['a Bundle', bundleOf(patientOfTheirs(), responseOfTheirs(), response)],
    ['Parameters', parameters(response)],
    ['Parameters with a Bundle', parameters(bundleOf(response))],
  ];
  test.each(wrapped)('gives a document for %s', async (_, content) => {
    const answer = await post(content);
    expect(answer.status).toBe(200);
    const document: Bundle = await answer.json();
    expect(findFaults(document)).toEqual([]);
    expect(document.type).toBe('document');
    expect(typesOf(document)).not.toContain('ServiceRequest');
    // Nothing of the person but what we were told to call it.
    expect(JSON.stringify(document)).not.toContain('Doe');
  });

  test('gives the Assessment of the HTTP API, to the byte, where it is asked for', async () => {
    const expected = JSON.stringify(await assess(base, input, at));
    const byQuery = await post(response, '/Questionnaire/$assess?output=assessment');
    expect(await byQuery.text()).toBe(expected);
    const content = parameters(response, [{ name: 'output', valueCode: 'assessment' }]);
    expect(await (await post(content)).text()).toBe(expected);
    const clock = [{ name: 'assessedAt', valueDateTime: '2026-11-26T14:00:00+02:00' }];
    const later = { ...response, authored: '2026-11-26' };
    const timed = await post(parameters(later, clock), '/Questionnaire/$assess?output=assessment');
    expect(await timed.text()).toBe(expected);
  });

  test('believes no time to come, because it would put the deadline off', async () => {
    const future = { ...response, authored: '2999-01-01T00:00:00Z' };
    const answer = await post(future, '/Questionnaire/$assess?output=assessment');
    expect((await answer.json()).assessedAt < '2990').toBe(true);
  });

  test('the same answers give the same bytes', async () => {
    const texts = [await (await post(response)).text(), await (await post(response)).text()];
    expect(texts[0]).toBe(texts[1]);
  });

  test('names whom the answers are about as their sender does', async () => {
    const content = { ...response, subject: { reference: 'Patient/7', display: 'Jane Doe' } };
    const document: Bundle = await (await post(content)).json();
    const patient = document.entry?.find(({ resource }) => resource?.resourceType === 'Patient');
    expect(patient?.resource).toMatchObject({
      link: [{ other: { reference: 'Patient/7' }, type: 'seealso' }],
    });
    expect(JSON.stringify(document)).not.toContain('Doe');
    expect(findFaults(document)).toEqual([]);
  });

  const item = (answer: object, linkId = 'onset', more: object = {}): QuestionnaireResponse => ({
    ...response,
    item: [{ linkId: 'where-and-how-block', item: [{ linkId, answer: [answer], ...more }] }],
  });
  const inside = 'QuestionnaireResponse.item[0].item[0]';
  const onset = { valueCoding: { system: systemOf('onset'), code: 'sudden-pop' } };
  const refused: readonly [string, unknown, readonly string[]][] = [
    ['an option that is none', item({ valueCoding: { code: 'x' } }), [`${inside}.answer[0]`]],
    [
      'a code of another system',
      item({ valueCoding: { system: 'http://snomed.info/sct', code: 'sudden-pop' } }),
      [`${inside}.answer[0].valueCoding.system`],
    ],
    ['a text in place of an option', item({ valueString: 'pop' }), [`${inside}.answer[0]`]],
    ['two answers to one', item(onset, 'onset', { answer: [onset, onset] }), [`${inside}.answer`]],
    ['a number out of bounds', item({ valueDecimal: 900 }, 'age'), [`${inside}.answer[0]`]],
    [
      'a number that is a bound',
      item({ valueQuantity: { value: 40, comparator: '>' } }, 'age'),
      [`${inside}.answer[0].valueQuantity`],
    ],
    [
      'a number of another unit',
      item({ valueQuantity: { value: 40, unit: 'months', code: 'mo' } }, 'age'),
      [`${inside}.answer[0].valueQuantity`],
    ],
    ['a question that is none', item(onset, 'mood'), [`${inside}.linkId`]],
    ['a finding of a patient', item(onset, 'thompson-test'), [`${inside}.linkId`]],
    [
      'a question twice',
      {
        ...response,
        item: [
          { linkId: 'onset', answer: [onset] },
          { linkId: 'onset', answer: [onset] },
        ],
      },
      ['QuestionnaireResponse.item[1].linkId'],
    ],
    [
      'a modifier of an answer',
      item(onset, 'onset', { modifierExtension: [{ url: 'x' }] }),
      [`${inside}.modifierExtension`],
    ],
    [
      'an option that excludes the others',
      item({ valueCoding: { code: 'none' } }, 'clot-risks', {
        answer: [{ valueCoding: { code: 'none' } }, { valueCoding: { code: 'cancer' } }],
      }),
      [`${inside}.answer[0]`],
    ],
    ['another form', { ...response, questionnaire: 'x' }, ['QuestionnaireResponse.questionnaire']],
    [
      'an earlier version of the form',
      { ...response, questionnaire: `${root}/Questionnaire/self-check|0.0.1` },
      ['QuestionnaireResponse.questionnaire'],
    ],
    ['no form', { ...response, questionnaire: undefined }, ['QuestionnaireResponse.questionnaire']],
    ['an error', { ...response, status: 'entered-in-error' }, ['QuestionnaireResponse.status']],
    ['a status that is none', { ...response, status: 'x' }, ['QuestionnaireResponse.status']],
    ['another resource', { resourceType: 'Patient' }, ['Patient']],
    ['no resource', [], ['Resource']],
    ['a Bundle without answers', bundleOf(responseOfTheirs()), ['Bundle.entry']],
    ['a Bundle with two', bundleOf(response, response), ['Bundle.entry']],
    [
      'a fault in a Bundle in Parameters',
      parameters(bundleOf(patientOfTheirs(), item({ valueCoding: { code: 'x' } }))),
      ['Parameters.parameter[0].resource.entry[1].resource.item[0].item[0].answer[0]'],
    ],
    [
      'a parameter that is none',
      parameters(response, [{ name: 'colour', valueCode: 'assessment' }]),
      ['Parameters.parameter[1].name'],
    ],
    [
      'a time that is none',
      parameters(response, [{ name: 'assessedAt', valueDateTime: 'today' }]),
      ['Parameters.parameter[1].valueDateTime'],
    ],
  ];
  test.each(refused)('names the element of %s', async (_, content, places) => {
    const answer = await post(content);
    const outcome = await answer.json();
    expect(answer.status).toBe(422);
    expect(outcome.issue.flatMap((issue: { expression: string[] }) => issue.expression)).toEqual(
      places,
    );
    expect(findFaults(outcome)).toEqual([]);
  });

  test.each([
    ['another media type', () => post(response, undefined, 'application/xml'), 415],
    ['what is no JSON', () => post('{"resourceType"'), 400],
    ['too much', () => post({ more: 'x'.repeat(1024 * 1024) }), 413],
    ['an output that is none', () => post(response, '/Questionnaire/$assess?output=x'), 400],
    ['another method', async () => assessRoute.GET(), 405],
  ])('refuses %s', async (_, ask, status) => {
    const answer = await ask();
    expect(answer.status).toBe(status);
    expect((await answer.json()).resourceType).toBe('OperationOutcome');
  });

  test.each([
    { valueDecimal: 34 },
    { valueInteger: 34 },
    { valueQuantity: { value: 34 } },
    { valueQuantity: { value: 34, unit: 'years', system: 'http://unitsofmeasure.org', code: 'a' } },
    { valueQuantity: { value: 34, unit: 'years' } },
  ])('reads an age from %j', async (answer) => {
    const made = await post(item(answer, 'age'), '/Questionnaire/$assess?output=assessment');
    const { audience, answers } = { audience: 'patient' as const, answers: { age: 34 } };
    const expected = await assess(base, { id: 'case-1', audience, answers }, at);
    expect(await made.text()).toBe(JSON.stringify(expected));
  });

  test('a question with a reason for the absence of its answer was asked, and is unknown', async () => {
    const document: Bundle = await (await post(response)).json();
    const held = document.entry?.find(
      ({ resource }) => resource?.resourceType === 'QuestionnaireResponse',
    );
    expect(JSON.stringify(held)).toContain('"asked-unknown"');
    const observations = document.entry?.filter(
      ({ resource }) => resource?.resourceType === 'Observation',
    );
    expect(JSON.stringify(observations)).not.toContain('bruising');
  });
});

function bundleOf(...resources: FhirResource[]): Bundle {
  return {
    resourceType: 'Bundle',
    type: 'collection',
    entry: resources.map((resource) => ({ resource })),
  };
}

function parameters(resource: FhirResource, more: object[] = []) {
  return { resourceType: 'Parameters', parameter: [{ name: 'response', resource }, ...more] };
}

function patientOfTheirs(): FhirResource {
  return { resourceType: 'Patient', id: '7', name: [{ family: 'Doe' }] };
}

function responseOfTheirs(): QuestionnaireResponse {
  return { resourceType: 'QuestionnaireResponse', questionnaire: 'http://x', status: 'completed' };
}

function typesOf({ entry = [] }: Bundle): (string | undefined)[] {
  return entry.map(({ resource }) => resource?.resourceType);
}
