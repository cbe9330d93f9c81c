import { answerPreflight } from '@/app/cross-origin';
import { serverAddress } from '@/app/server-address';
import { toCapabilityStatement } from '@/lib/interop/fhir/capability-statement';
import { knowledgeBase } from '@/lib/knowledge/read-rules';
import { admitFhir } from '../admit-fhir';
import { answerFhir } from '../answer-fhir';

/** What a FHIR client can do here. */
export async function GET(request: Request): Promise<Response> {
  const refusal = await admitFhir(request, 'knowledge');
  if (refusal) return refusal;
  return answerFhir(toCapabilityStatement(knowledgeBase(), `${serverAddress(request)}/fhir`));
}

const preflight = answerPreflight('GET');

export { preflight as OPTIONS };
