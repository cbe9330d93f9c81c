import { answerPreflight } from '@/app/cross-origin';
import { readAuditTrail } from '@/lib/clinic/read-audit-trail';
import { connectDatabase } from '@/lib/intake/database';
import { toAuditEvent } from '@/lib/interop/fhir/audit-event';
import { admitAuditor } from '../../admit-fhir';
import { answerFhir, refuseFhir } from '../../answer-fhir';

/** One event of the clinic's audit trail, by its hash. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const reach = await admitAuditor(request);
  if (reach instanceof Response) return reach;
  const { id } = await params;
  const { lines } = await readAuditTrail(await connectDatabase(), reach, { hashes: [id] });
  const [found] = lines;
  return found
    ? answerFhir(toAuditEvent(found))
    : refuseFhir(404, 'not-found', 'No resource has this id');
}

const preflight = answerPreflight('GET');

export { preflight as OPTIONS };
