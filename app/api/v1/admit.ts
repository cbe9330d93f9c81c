import type { ApiScope, KnownApiKey } from '@/lib/intake/api-keys';
import { apiSettings } from '@/lib/settings/api-settings';
import { openAllowance } from '../allowance';
import { callerAddress } from '../caller-address';
import { findKey } from './find-key';
import { problem } from './problem';

const takeFromAllowance = openAllowance();

/**
 * Null where the caller may go on, else the refusal: the API is off (404), the key missing or unknown
 * (401) or not meant for this (403), too much in one minute or too many unknown keys (429), no database
 * for the keys (503).
 */
export async function admit(request: Request, scope: ApiScope): Promise<Response | null> {
  const admitted = await admitMany(request, scope);
  return admitted instanceof Response ? admitted : null;
}

/** Takes one more point of the minute's allowance; null, or the seconds until there is one. */
export type TakePoint = () => Promise<number | null>;

/** The same for a request that may be worth more than the one point which it takes here. */
export async function admitMany(
  { headers }: Request,
  scope: ApiScope,
): Promise<TakePoint | Response> {
  const { mode, pointsPerMinute, addressHeader } = apiSettings();
  if (mode === 'off') return refuseAll();
  const address = callerAddress(headers, addressHeader);
  const shown = keyShown(headers);
  const needsKey = shown !== undefined || mode === 'keys';
  const found = needsKey ? await checkKey(shown, scope, address) : null;
  if (found instanceof Response) return found;
  const caller = found ? `key ${found.id}` : address;
  const takePoint = () => takeFromAllowance(caller, pointsPerMinute);
  return (await refuseUnless(takePoint)) ?? takePoint;
}

interface ClinicsKey {
  readonly id: string;
  readonly clinicId: string;
}

/**
 * The key of a clinic that the caller shows, or the same refusals: what is a clinic's opens to a key of that
 * clinic only, whatever the API is set to.
 */
export async function admitToClinic(
  { headers }: Request,
  scope: ApiScope,
): Promise<ClinicsKey | Response> {
  const { mode, pointsPerMinute, addressHeader } = apiSettings();
  if (mode === 'off') return refuseAll();
  const address = callerAddress(headers, addressHeader);
  const found = await checkKey(keyShown(headers), scope, address);
  if (found instanceof Response) return found;
  const { id, clinicId } = found;
  if (clinicId === null) return problem(403, 'This API key is not of a clinic');
  const refusal = await refuseUnless(() => takeFromAllowance(`key ${id}`, pointsPerMinute));
  return refusal ?? { id, clinicId };
}

/**
 * The same for a caller whom somebody else has vouched for, such as the issuer of a token.
 * @param caller a name that no other caller has
 */
export async function admitKnown(caller: string): Promise<Response | null> {
  const { mode, pointsPerMinute } = apiSettings();
  if (mode === 'off') return refuseAll();
  return await refuseUnless(() => takeFromAllowance(caller, pointsPerMinute));
}

function refuseAll(): Response {
  return problem(404, 'The API of this server is off');
}

function keyShown(headers: Headers): string | undefined {
  return /^Bearer +(\S+)$/i.exec(headers.get('authorization') ?? '')?.[1];
}

/** What the key stands for, or the refusal: missing or unknown, or not for the scope. */
async function checkKey(
  shown: string | undefined,
  scope: ApiScope,
  address: string,
): Promise<KnownApiKey | Response> {
  const found = shown === undefined ? null : await findKey(shown, address);
  if (found instanceof Response) return found;
  if (!found) {
    const challenge = { 'WWW-Authenticate': 'Bearer realm="surae"' };
    return problem(401, 'A valid API key is needed', [], challenge);
  }
  if (!found.scopes.includes(scope)) {
    return problem(403, `This API key is not for the scope ${scope}`);
  }
  return found;
}

async function refuseUnless(takePoint: TakePoint): Promise<Response | null> {
  const seconds = await takePoint();
  if (seconds === null) return null;
  const wait = { 'Retry-After': String(seconds) };
  return problem(429, 'Too many requests in one minute', [], wait);
}
