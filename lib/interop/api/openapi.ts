/** The API in OpenAPI 3.1, out of the schemas that the server itself reads with. */
import { z } from 'zod';
import { answerSchema, audiences, fieldsFor, type Input } from '../../triage/answers';
import type { KnowledgeBase } from '../../triage/knowledge-base';
import { say } from '../../triage/voice';
import { solveCaseReply, solveCaseRequest } from '../fg-ai4h/schema';
import { toCaseData } from '../fg-ai4h/to-case-data';
import { batchLinesMax, batchMegabytesMax, kilobytesPerPoint, linesPerPoint } from './assess-lines';
import { assessmentSchema } from './assessment-schema';
import { exchangePaths, exchangeSchemas } from './exchange-paths';
import { bodyOf, problems, replyOf, toSchema } from './openapi-parts';
import { paperPath, paperSchemas } from './paper-path';
import { assessedAtSchema } from './parse-assess-request';

/** An answer in each of the three forms. */
const exampleInput = {
  id: 'case-1',
  audience: 'patient',
  answers: { age: 34, onset: 'sudden-pop', 'pain-location': ['achilles-mid'] },
} as const satisfies Input;
const exampleAt = '2026-11-26T12:00:00Z';

const problemSchema = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  errors: z
    .array(z.strictObject({ pointer: z.string(), message: z.string() }))
    .describe('Each with the JSON pointer (RFC 6901) to its field; empty for the whole'),
});

const json = 'application/json';
const ndjson = 'application/x-ndjson';

/** @param server the address below which the paths stand */
export function openApiDocument(base: KnowledgeBase, server = '/') {
  const example = { ...exampleInput, assessedAt: exampleAt };
  const caseExample = { caseData: toCaseData(base, exampleInput) };
  return {
    openapi: '3.1.0',
    info: {
      title: 'Surae',
      version: '1',
      summary: 'Symptom triage for a sore calf, Achilles tendon or heel',
      description:
        'Decision support, not a diagnosis. Nothing that is sent here is stored, and the same input with the same assessedAt gives the same bytes: every request may be repeated.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: server }],
    security: [{}, { apiKey: [] }],
    tags: [
      { name: 'assessment', description: 'From answers to an Assessment' },
      { name: 'knowledge', description: 'What is asked, and what may be answered' },
      { name: 'exchange', description: 'FHIR R4 and CDS Hooks 2.0' },
      { name: 'papers', description: 'An Assessment on paper' },
      { name: 'benchmark', description: 'The ITU/WHO FG-AI4H benchmark of symptom checkers' },
    ],
    paths: {
      '/api/v1/assess': {
        post: {
          operationId: 'assess',
          tags: ['assessment'],
          summary: 'Assess one person',
          parameters: [
            {
              name: 'Idempotency-Key',
              in: 'header',
              description: 'Accepted and not needed: a repeated request gives the same result',
              schema: { type: 'string' },
            },
          ],
          requestBody: bodyOf(json, 'Input', example),
          responses: {
            '200': replyOf('The Assessment', json, 'Assessment'),
            ...problems(400, 401, 403, 404, 405, 413, 415, 422, 429, 503),
          },
        },
      },
      '/api/v1/assess/batch': {
        post: {
          operationId: 'assessBatch',
          tags: ['assessment'],
          summary: 'Assess many, line by line',
          description: `One input a line (NDJSON, 64 kB a line at most), and one line back for each in the same order while they come in: an Assessment, or {"line", "errors"}. ${batchLinesMax} lines and ${batchMegabytesMax} MB at most: where there are more, the last line back is a Problem with status 413 and "line", the first one that was not assessed; go on with it in another batch. It takes a point of the minute's allowance for each ${linesPerPoint} lines, or ${kilobytesPerPoint} kB, begun: where the allowance is used up, the last line back is a Problem with status 429, "line" and "retryAfterSeconds".`,
          requestBody: {
            required: true,
            content: {
              [ndjson]: { schema: { type: 'string' }, example: `${JSON.stringify(example)}\n` },
            },
          },
          responses: {
            '200': {
              description: 'An Assessment or the errors of each line; a Problem where it stopped',
              content: { [ndjson]: { schema: { type: 'string' } } },
            },
            ...problems(401, 403, 404, 405, 415, 429, 503),
          },
        },
      },
      '/api/v1/knowledge': {
        get: {
          operationId: 'knowledge',
          tags: ['knowledge'],
          summary: 'The questions, conditions and red flags of this server',
          responses: {
            '200': replyOf('The knowledge base without its rules', json, 'Knowledge'),
            '304': { description: 'The caller has it: its hash is the ETag' },
            ...problems(401, 403, 404, 405, 429, 503),
          },
        },
      },
      '/solve-case': {
        post: {
          operationId: 'solveCase',
          tags: ['benchmark'],
          summary: 'Answer a case of the FG-AI4H benchmark (Berlin model)',
          requestBody: bodyOf(json, 'Case', caseExample),
          responses: {
            '200': replyOf('UNCERTAIN where the case is not about this leg', json, 'CaseReply'),
            ...problems(400, 401, 403, 404, 405, 413, 415, 422, 429, 503),
          },
        },
      },
      ...exchangePaths(base, exampleInput, exampleAt),
      ...paperPath(base, exampleInput, exampleAt),
    },
    components: {
      securitySchemes: {
        apiKey: {
          type: 'http',
          scheme: 'bearer',
          description: 'Where the server asks for keys (SURAE_API=keys)',
        },
      },
      schemas: {
        Input: inputSchema(base),
        Assessment: toSchema(assessmentSchema),
        Knowledge: {
          type: 'object',
          required: ['version', 'hash', 'questions', 'findings', 'conditions', 'redFlags'],
          properties: {
            version: { type: 'string' },
            hash: { type: 'string', description: 'SHA-256 of its content' },
            questions: { type: 'array', items: { type: 'object' } },
            findings: { type: 'array', items: { type: 'object' } },
            conditions: { type: 'array', items: { type: 'object' } },
            redFlags: { type: 'array', items: { type: 'object' } },
          },
        },
        ...exchangeSchemas,
        ...paperSchemas,
        Case: toSchema(solveCaseRequest),
        CaseReply: toSchema(solveCaseReply),
        Problem: toSchema(problemSchema),
      },
    },
  };
}

/** Every question and finding by name, so that a generated client knows them. */
function inputSchema(base: KnowledgeBase) {
  const answers = fieldsFor(base, 'clinician').map((field) => [
    field.id,
    {
      ...toSchema(answerSchema(field)),
      description: 'patient' in field ? say(field.patient, { language: 'en' }) : field.name.en,
    },
  ]);
  return {
    type: 'object',
    properties: {
      id: { type: 'string', minLength: 1, maxLength: 200, description: 'Comes back as it is' },
      audience: { enum: audiences, default: 'patient' },
      answers: {
        type: 'object',
        description: 'By question; what is unknown is left out, never "no"',
        properties: Object.fromEntries(answers),
        additionalProperties: false,
      },
      assessedAt: {
        ...toSchema(assessedAtSchema),
        description: 'The clock, if it is not now: with it a result can be had again to the byte',
      },
    },
  };
}
