import { problem } from '@/app/api/v1/problem';
import { answerPreflight, crossOrigin } from '@/app/cross-origin';
import { storeCdsFeedback } from '@/lib/intake/cds-feedback';
import { connectDatabase } from '@/lib/intake/database';
import { feedbackSchema, toFeedback } from '@/lib/interop/cds-hooks/feedback';
import { knowledgeBase } from '@/lib/knowledge/read-rules';
import { admitClient } from '../../admit-client';
import { readCds } from '../../read-cds';
import { findService, type ServiceContext } from '../find-service';

/** Keeps what clinicians did with cards, without a comment or a name. Trying again is safe. */
export async function POST(request: Request, context: ServiceContext): Promise<Response> {
  const refusal = await admitClient(request);
  return refusal ?? crossOrigin(await keepFeedback(request, context));
}

async function keepFeedback(request: Request, context: ServiceContext): Promise<Response> {
  const service = await findService(context);
  if (service instanceof Response) return service;
  const read = await readCds(request, feedbackSchema);
  if (read instanceof Response) return read;
  const { overrideReasons } = knowledgeBase().interoperability.cards;
  const reasons = overrideReasons.map(({ id }) => id);
  try {
    await storeCdsFeedback(await connectDatabase(), service, toFeedback(read.value, reasons));
  } catch (error) {
    console.error(`cds-feedback-failed ${error instanceof Error ? error.name : typeof error}`);
    return problem(503, 'This did not work just now; trying again is safe');
  }
  return new Response(null, { status: 200 });
}

const preflight = answerPreflight('POST');

export { preflight as OPTIONS };
