import { answerPreflight } from '@/app/cross-origin';
import { serverAddress } from '@/app/server-address';
import { readTrailByKey } from '@/lib/clinic/read-audit-trail';
import { connectDatabase } from '@/lib/intake/database';
import { toAuditEvent } from '@/lib/interop/fhir/audit-event';
import { readAuditSearch } from '@/lib/interop/fhir/audit-search';
import { toSearchset } from '@/lib/interop/fhir/searchset';
import { admitAuditor } from '../admit-fhir';
import { answerFhir, refuseFhir } from '../answer-fhir';

/** The clinic's audit trail, the newest event first, page by page: `next` leads to older ones. */
export async function GET(request: Request): Promise<Response> {
  const key = await admitAuditor(request);
  if (key instanceof Response) return key;
  const { pathname, searchParams } = new URL(request.url);
  const asked = readAuditSearch(searchParams);
  if (!asked.ok) return refuseFhir(400, 'value', asked.message);
  const { search, used } = asked;
  const { lines, next } = await readTrailByKey(await connectDatabase(), key, search, new Date());
  const following = new URLSearchParams(used);
  if (next !== null) following.set('after', next);
  return answerFhir(
    toSearchset({
      resources: lines.map(toAuditEvent),
      address: serverAddress(request) + pathname,
      used,
      next: next === null ? undefined : following,
    }),
  );
}

const preflight = answerPreflight('GET');

export { preflight as OPTIONS };
