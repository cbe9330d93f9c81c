/** FHIR and CDS Hooks in the description; both describe themselves more fully in their own ways. */
import type { Input } from '../../triage/answers';
import type { KnowledgeBase } from '../../triage/knowledge-base';
import { toQuestionnaireResponse } from '../fhir/questionnaire-response';
import { bodyOf, problems, replyOf } from './openapi-parts';

const json = 'application/json';
const fhirJson = 'application/fhir+json';

export const exchangeSchemas = {
  FhirResource: {
    type: 'object',
    required: ['resourceType'],
    properties: { resourceType: { type: 'string' } },
    additionalProperties: true,
    description: 'A resource of FHIR R4; /fhir/metadata tells which',
  },
  CdsRequest: {
    type: 'object',
    required: ['hook', 'hookInstance', 'context'],
    properties: {
      hook: { enum: ['patient-view', 'order-sign'] },
      hookInstance: { type: 'string' },
      context: {
        type: 'object',
        required: ['patientId'],
        properties: { patientId: { type: 'string' } },
        additionalProperties: true,
      },
      prefetch: { type: ['object', 'null'], additionalProperties: true },
    },
    additionalProperties: true,
  },
  CdsServices: {
    type: 'object',
    required: ['services'],
    properties: { services: { type: 'array', items: { type: 'object' } } },
  },
  CdsCards: {
    type: 'object',
    required: ['cards'],
    properties: { cards: { type: 'array', items: { type: 'object' } } },
  },
};

/** @param input of the examples, as if it had been given @param at this time */
export function exchangePaths(base: KnowledgeBase, input: Input, at: string) {
  const response = toQuestionnaireResponse(base, { input, at: new Date(at) });
  const request = {
    hook: 'patient-view',
    hookInstance: 'd1577c69-dfbe-44ad-ba6d-3e05e953b2ea',
    context: { userId: 'Practitioner/1', patientId: '1' },
    prefetch: {
      responses: { resourceType: 'Bundle', type: 'searchset', entry: [{ resource: response }] },
    },
  };
  return {
    '/fhir/metadata': {
      get: {
        operationId: 'fhirMetadata',
        tags: ['exchange'],
        summary: 'What a FHIR R4 client can do here',
        responses: {
          '200': replyOf('The CapabilityStatement', fhirJson, 'FhirResource'),
          ...outcomes(401, 403, 404, 406, 429, 503),
        },
      },
    },
    '/fhir/Questionnaire/$assess': {
      post: {
        operationId: 'fhirAssess',
        tags: ['exchange'],
        summary: 'Assess a FHIR QuestionnaireResponse',
        description:
          'Answers to /fhir/Questionnaire/self-check or clinic-check, alone, in a Bundle or in Parameters (response, assessedAt, output).',
        requestBody: bodyOf(fhirJson, 'FhirResource', response),
        responses: {
          '200': replyOf('A document Bundle', fhirJson, 'FhirResource'),
          ...outcomes(400, 401, 403, 404, 406, 413, 415, 422, 429, 503),
        },
      },
    },
    '/fhir/AuditEvent': {
      get: {
        operationId: 'fhirAuditEvents',
        tags: ['exchange'],
        summary: 'The audit trail of a clinic, to its own key',
        description:
          'The newest first, page by page. A key of the clinic with the scope audit is needed, whatever SURAE_API says.',
        security: [{ apiKey: [] }],
        parameters: [
          query('date', 'When, such as ge2026-03-01; as often as you like'),
          query('subtype', 'The codes of actions, by commas'),
          query('entity:identifier', 'The id of an intake'),
          query('_id', 'The hashes of events, by commas'),
          query('_count', 'Events of one page, 100 at most'),
        ],
        responses: {
          '200': replyOf('A searchset of AuditEvents', fhirJson, 'FhirResource'),
          ...outcomes(400, 401, 403, 404, 406, 429, 503),
        },
      },
    },
    '/cds-services': {
      get: {
        operationId: 'cdsServices',
        tags: ['exchange'],
        summary: 'The services of CDS Hooks 2.0',
        responses: {
          '200': replyOf('The services', json, 'CdsServices'),
          ...problems(404),
        },
      },
    },
    '/cds-services/surae-patient-view': {
      post: {
        operationId: 'cdsPatientView',
        tags: ['exchange'],
        summary: 'Cards for a patient whose record is opened',
        description:
          'surae-order-sign, beside it, holds draft orders against the same answers. A token of a trusted issuer, or an API key.',
        requestBody: bodyOf(json, 'CdsRequest', request),
        responses: {
          '200': replyOf(
            'The cards; without answers to rely on, one that says so',
            json,
            'CdsCards',
          ),
          ...problems(400, 401, 403, 404, 413, 415, 429, 503),
        },
      },
    },
  };
}

function query(name: string, description: string) {
  return { name, in: 'query', description, schema: { type: 'string' } };
}

/** The same refusals as problems, said as FHIR says them. */
function outcomes(...statuses: readonly number[]) {
  return Object.fromEntries(
    statuses.map((status) => [
      String(status),
      replyOf('An OperationOutcome', fhirJson, 'FhirResource'),
    ]),
  );
}
