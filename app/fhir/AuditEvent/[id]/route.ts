import { answerPreflight } from '@/app/cross-origin';
import { readTrailByKey } from '@/lib/clinic/read-audit-trail';
import { connectDatabase } from '@/lib/intake/database';
import { toAuditEvent } from '@/lib/interop/fhir/audit-event';
import { admitAuditor } from '../../admit-fhir';
import { answerFhir, refuseFhir } from '../../answer-fhir';

/** One event of the clinic's audit trail, by its hash. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const key = await admitAuditor(request);
  if (key instanceof Response) return key;
  const { id } = await params;
  const { lines } = await readTrailByKey(
    await connectDatabase(),
    key,
    { hashes: [id] },
    new Date(),
  );
  const [found] = lines;
  return found
    ? answerFhir(toAuditEvent(found))
    : refuseFhir(404, 'not-found', 'No resource has this id');
}

const preflight = answerPreflight('GET');

export { preflight as OPTIONS };
