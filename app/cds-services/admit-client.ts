import { admit, admitKnown } from '@/app/api/v1/admit';
import { problem } from '@/app/api/v1/problem';
import { crossOrigin } from '@/app/cross-origin';
import { cdsSettings } from '@/lib/settings/cds-settings';
import { verifyToken } from './verify-token';

/**
 * Null where the CDS client may go on. It shows a key of the HTTP API, or a token of an issuer that is
 * trusted; where none is trusted a token says nothing, and the client is let in as any other caller.
 */
export async function admitClient(request: Request): Promise<Response | null> {
  const refusal = await decide(request);
  return refusal && crossOrigin(refusal);
}

async function decide(request: Request): Promise<Response | null> {
  const token = /^Bearer +(\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1];
  const isJwt = token !== undefined && token.split('.').length === 3;
  const isTrusting = cdsSettings().issuers.size > 0;
  if (!isJwt) {
    return isTrusting && token === undefined ? refuseToken() : await admit(request, 'assess');
  }
  if (!isTrusting) return await admit(withoutToken(request), 'assess');
  const verdict = await verifyToken(token, new URL(request.url).pathname, new Date());
  if (verdict.ok) return await admitKnown(`issuer ${verdict.issuer}`);
  if (verdict.why === 'invalid') return refuseToken();
  console.error('cds-keys-unreachable');
  return problem(503, 'Your keys cannot be fetched just now; trying again is safe');
}

function refuseToken(): Response {
  const challenge = { 'WWW-Authenticate': 'Bearer realm="surae", error="invalid_token"' };
  return problem(
    401,
    'A token of a trusted issuer is needed, made for this address',
    [],
    challenge,
  );
}

function withoutToken({ url, headers }: Request): Request {
  const others = new Headers(headers);
  others.delete('authorization');
  return new Request(url, { headers: others });
}
