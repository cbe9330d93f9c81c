import { knowledgeBase } from '@/lib/knowledge/read-rules';
import {
  answersRequestSchema,
  parseRequest,
  summarizeRequest,
} from '@/lib/summary/document/document-request';
import { answerFailure } from '../intakes/answer-failure';
import { problem } from '../intakes/problem';
import { answerPdf } from './answer-pdf';
import { readJson } from './read-json';

/** A paper made of answers that live on a device. Nothing of them is stored or logged. */
export async function POST(request: Request): Promise<Response> {
  const body = await readJson(request);
  if (body instanceof Response) return body;
  const parsed = parseRequest(answersRequestSchema, body.value);
  if (!parsed.ok) return problem(422, 'The request is not valid', parsed.faults);
  const base = knowledgeBase();
  if (parsed.request.knowledgeBase !== base.hash) {
    return problem(409, 'The rules have changed since the page was opened', [
      { field: 'knowledgeBase', message: `is not ${base.hash}` },
    ]);
  }
  try {
    const made = await summarizeRequest(base, parsed.request);
    if (!made.ok) return problem(422, 'The answers are not valid', made.faults);
    return await answerPdf(request, made.summary, parsed.request);
  } catch (error) {
    return answerFailure(error);
  }
}
