import { type ApiScope, findApiKey, hashKey, type KnownApiKey } from '@/lib/intake/api-keys';
import { connectDatabase } from '@/lib/intake/database';
import { apiSettings } from '@/lib/settings/api-settings';
import { openAllowance } from '../allowance';
import { callerAddress } from '../caller-address';
import { problem } from './problem';

/** A key that was found, or not, is not looked up again for so long: a revocation takes as long. */
const rememberedMs = 10_000;
const rememberedMax = 10_000;

const takeFromAllowance = openAllowance();
type Remembered = Map<string, { readonly found: KnownApiKey | null; readonly untilMs: number }>;
/** Apart: however many keys somebody makes up, those that exist stay remembered. */
const keys: Remembered = new Map();
const unknownKeys: Remembered = new Map();

/**
 * Null where the caller may go on, else the refusal: the API is off (404), the key missing or unknown
 * (401) or not meant for this (403), too much in one minute (429), no database for the keys (503).
 * @param points that the request takes of the minute's allowance
 */
export async function admit(
  { headers }: Request,
  scope: ApiScope,
  points = 1,
): Promise<Response | null> {
  const { mode, pointsPerMinute, addressHeader } = apiSettings();
  if (mode === 'off') return refuseAll();
  const shown = keyShown(headers);
  if (shown !== undefined || mode === 'keys') {
    const found = await checkKey(shown, scope);
    if (found instanceof Response) return found;
    return await takePoints(`key ${found.id}`, points, pointsPerMinute);
  }
  return await takePoints(callerAddress(headers, addressHeader), points, pointsPerMinute);
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
  const { mode, pointsPerMinute } = apiSettings();
  if (mode === 'off') return refuseAll();
  const found = await checkKey(keyShown(headers), scope);
  if (found instanceof Response) return found;
  const { id, clinicId } = found;
  if (clinicId === null) return problem(403, 'This API key is not of a clinic');
  return (await takePoints(`key ${id}`, 1, pointsPerMinute)) ?? { id, clinicId };
}

/**
 * The same for a caller whom somebody else has vouched for, such as the issuer of a token.
 * @param caller a name that no other caller has
 */
export async function admitKnown(caller: string, points = 1): Promise<Response | null> {
  const { mode, pointsPerMinute } = apiSettings();
  if (mode === 'off') return refuseAll();
  return await takePoints(caller, points, pointsPerMinute);
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
): Promise<KnownApiKey | Response> {
  const found = shown === undefined ? null : await lookUp(shown);
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

async function lookUp(key: string): Promise<KnownApiKey | null | Response> {
  const hash = hashKey(key);
  const nowMs = performance.now();
  const known = keys.get(hash) ?? unknownKeys.get(hash);
  if (known && nowMs < known.untilMs) return known.found;
  try {
    const found = await findApiKey(await connectDatabase(), key, new Date());
    const remembered = found ? keys : unknownKeys;
    if (remembered.size >= rememberedMax) remembered.clear();
    (found ? unknownKeys : keys).delete(hash);
    remembered.set(hash, { found, untilMs: nowMs + rememberedMs });
    return found;
  } catch (error) {
    console.error(`api-keys-unreachable ${error instanceof Error ? error.name : typeof error}`);
    return problem(503, 'API keys cannot be looked up just now; trying again is safe');
  }
}

async function takePoints(
  caller: string,
  points: number,
  pointsPerMinute: number,
): Promise<Response | null> {
  // What takes more than a whole minute has takes all of it, or it could never be asked for.
  const taken = Math.min(points, pointsPerMinute);
  const seconds = await takeFromAllowance(caller, taken, pointsPerMinute);
  if (seconds === null) return null;
  const wait = { 'Retry-After': String(seconds) };
  return problem(429, 'Too many requests in one minute', [], wait);
}
