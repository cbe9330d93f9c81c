import { allowAnybody } from '@/app/api/documents/allow-paper';
import { answerPdf } from '@/app/api/documents/answer-pdf';
import { readJson } from '@/app/api/documents/read-json';
import { answerFailure } from '@/app/api/intakes/answer-failure';
import { problem } from '@/app/api/intakes/problem';
import { paperRequestSchema, parseRequest } from '@/lib/summary/document/document-request';
import { openShared } from '../open-shared';

/** A paper made of what was shared, as it was stored. Each download is audited as an opening. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ reference: string }> },
): Promise<Response> {
  const body = await readJson(request);
  if (body instanceof Response) return body;
  const parsed = parseRequest(paperRequestSchema, body.value);
  if (!parsed.ok) return problem(422, 'The request is not valid', parsed.faults);
  try {
    const refused = await allowAnybody(request);
    if (refused) return refused;
    const opened = await openShared((await params).reference);
    if (!opened) return problem(404, 'Nothing opens with this reference');
    return await answerPdf(request, parsed.request, { summary: opened.summary });
  } catch (error) {
    return answerFailure(error);
  }
}
