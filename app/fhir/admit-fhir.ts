import type { OperationOutcomeIssue } from 'fhir/r4';
import { admit, admitToClinic } from '@/app/api/v1/admit';
import type { AuditorKey } from '@/lib/clinic/read-audit-trail';
import type { ApiScope } from '@/lib/intake/api-keys';
import { refuseFhir } from './answer-fhir';

const codeOf: Readonly<Record<number, OperationOutcomeIssue['code']>> = {
  401: 'login',
  403: 'forbidden',
  404: 'not-supported',
  429: 'throttled',
  503: 'transient',
};

/**
 * Null where the caller may go on: it may use the HTTP API, and reads JSON. Else the refusal as an
 * OperationOutcome; 406 where it wants XML.
 */
export async function admitFhir(request: Request, scope: ApiScope): Promise<Response | null> {
  if (!acceptsJson(request)) return refuseXml();
  const refusal = await admit(request, scope);
  return refusal && (await toFhir(refusal));
}

/** With which key the caller may read the audit trail of its clinic; or the refusal. */
export async function admitAuditor(request: Request): Promise<AuditorKey | Response> {
  if (!acceptsJson(request)) return refuseXml();
  const admitted = await admitToClinic(request, 'audit');
  return admitted instanceof Response ? await toFhir(admitted) : admitted;
}

function refuseXml(): Response {
  return refuseFhir(406, 'not-supported', 'This server speaks application/fhir+json only');
}

/** A refusal of the HTTP API, said as FHIR says it. */
async function toFhir(refusal: Response): Promise<Response> {
  const { title }: { title: string } = await refusal.json();
  const kept = ['www-authenticate', 'retry-after'].flatMap((name) => {
    const value = refusal.headers.get(name);
    return value === null ? [] : [[name, value]];
  });
  const code = codeOf[refusal.status] ?? 'processing';
  return refuseFhir(refusal.status, code, title, Object.fromEntries(kept));
}

const jsonTypes = ['application/fhir+json', 'application/json', 'text/json', 'json'];

/** `_format` has the last word over `Accept`, as the specification has it. */
function acceptsJson({ url, headers }: Request): boolean {
  const format = new URL(url).searchParams.get('_format');
  // A "+" in an address is read as a space.
  if (format !== null) return jsonTypes.includes(bare(format.replace(' ', '+')));
  const accept = headers.get('accept');
  if (!accept) return true;
  return accept
    .split(',')
    .filter((one) => !/;\s*q=0(\.0+)?\s*(;|$)/.test(one))
    .some((one) => [...jsonTypes, '*/*', 'application/*', 'text/html'].includes(bare(one)));
}

function bare(type: string): string {
  return type.split(';', 1)[0]?.trim().toLowerCase() ?? '';
}
