import { knowledgeBase } from '@/lib/knowledge/read-rules';
import { answersRequestSchema, parseRequest } from '@/lib/summary/document/document-request';
import { answerFailure } from '../intakes/answer-failure';
import { problem } from '../intakes/problem';
import { allowAnybody } from './allow-paper';
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
    const refused = await allowAnybody(request);
    return refused ?? (await answerPdf(request, parsed.request, { answers: parsed.request }));
  } catch (error) {
    return answerFailure(error);
  }
}
