import { answerPreflight, crossOrigin } from '@/app/cross-origin';
import { serverAddress } from '@/app/server-address';
import { assessFound } from '@/lib/interop/cds-hooks/assess-request';
import { findAnswers } from '@/lib/interop/cds-hooks/find-answers';
import { makeOrderSignCards } from '@/lib/interop/cds-hooks/order-sign-cards';
import { makePatientViewCards } from '@/lib/interop/cds-hooks/patient-view-cards';
import { requestSchemaFor } from '@/lib/interop/cds-hooks/request';
import { hookOf } from '@/lib/interop/cds-hooks/services';
import { knowledgeBase } from '@/lib/knowledge/read-rules';
import { assess } from '@/lib/triage/assess';
import { admitClient } from '../admit-client';
import { cardWords } from '../card-words';
import { readCds } from '../read-cds';
import { findService, type ServiceContext } from './find-service';

/** The cards for a patient: what was prefetched is assessed and forgotten. */
export async function POST(request: Request, context: ServiceContext): Promise<Response> {
  const refusal = await admitClient(request);
  if (refusal) return refusal;
  const service = await findService(context);
  if (service instanceof Response) return crossOrigin(service);
  const hook = hookOf[service];
  const read = await readCds(request, requestSchemaFor(hook));
  if (read instanceof Response) return crossOrigin(read);
  const { value } = read;
  const { hookInstance } = value;
  const { patientId, draftOrders } = value.context;
  const base = knowledgeBase();
  const found = findAnswers(base, value, new Date());
  const assessed = await assessFound(found, (input, at) =>
    assess(base, input, at, 'en', 'clinician'),
  );
  const frame = { base, origin: serverAddress(request), hookInstance, words: cardWords };
  const cards =
    hook === 'patient-view'
      ? makePatientViewCards(frame, assessed, patientId)
      : makeOrderSignCards(frame, assessed, patientId, draftOrders);
  return crossOrigin(Response.json({ cards }, { headers: { 'Cache-Control': 'no-store' } }));
}

const preflight = answerPreflight('POST');

export { preflight as OPTIONS };
