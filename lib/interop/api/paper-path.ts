/** The paper of answers in the description; the other papers are made for pages of ours alone. */
import { z } from 'zod';
import { answersRequestSchema } from '../../summary/document/document-request';
import type { Input } from '../../triage/answers';
import type { KnowledgeBase } from '../../triage/knowledge-base';
import { bodyOf, replyOf, toSchema } from './openapi-parts';

const fieldProblemSchema = z.strictObject({
  title: z.string(),
  status: z.int(),
  errors: z
    .array(z.strictObject({ field: z.string(), message: z.string() }))
    .describe('Each with the path of its field'),
});

export const paperSchemas = {
  PaperRequest: toSchema(answersRequestSchema),
  FieldProblem: toSchema(fieldProblemSchema),
};

/** @param input of the example, as if it had been given @param at this time */
export function paperPath(base: KnowledgeBase, { audience, answers }: Input, at: string) {
  const example = {
    kind: 'summary',
    paper: 'a4',
    timeZone: 'Europe/Berlin',
    knowledgeBase: base.hash,
    audience,
    answers,
    assessedAt: at,
  };
  return {
    '/api/documents': {
      post: {
        operationId: 'makePaper',
        tags: ['papers'],
        summary: 'Make a paper of answers, as PDF',
        description:
          'The summary for the provider, the sheet for the patient or a referral letter, tagged for screen readers. The same request gives the same bytes. Neither answers nor names are stored or logged. The pages use it, so it needs no key, and answers also where the API is off; how many papers one address may have in a minute is set on its own (SURAE_PAPERS_PER_MINUTE).',
        security: [],
        requestBody: bodyOf('application/json', 'PaperRequest', example),
        responses: {
          '200': {
            description: 'The file',
            content: { 'application/pdf': { schema: { type: 'string', format: 'binary' } } },
          },
          ...Object.fromEntries(
            Object.entries(meanings).map(([status, meaning]) => [
              status,
              replyOf(meaning, 'application/problem+json', 'FieldProblem'),
            ]),
          ),
        },
      },
    },
  };
}

const meanings: Readonly<Record<number, string>> = {
  400: 'No JSON',
  403: 'A page of another site asked',
  409: 'Of other rules than the server has: knowledgeBase is not its hash',
  413: 'Longer than 64 kB',
  415: 'Another media type',
  422: 'Fields that are not valid',
  429: 'Too many papers in one minute; Retry-After says when',
  503: 'Too many papers are being made just now; Retry-After says when',
};
