import { createRemoteJWKSet, decodeJwt, errors, type JWTPayload, jwtVerify } from 'jose';
import { cdsSettings } from '@/lib/settings/cds-settings';

/** The algorithms that CDS Hooks recommends, and their kin; never a shared secret, never `none`. */
const algorithms = [
  'ES256',
  'ES384',
  'ES512',
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
];
/** The specification wants five minutes or less; an hour is what some clients send. */
const lifetimeSecondsMax = 3600;
const usedMax = 100_000;

const keySets = new Map<string, ReturnType<typeof createRemoteJWKSet>>();
/** Tokens seen, with the end of their life in seconds. */
const used = new Map<string, number>();

export type Verdict =
  | { readonly ok: true; readonly issuer: string }
  | { readonly ok: false; readonly why: 'invalid' | 'unreachable' };

/**
 * Whether a trusted issuer has made the token for this very address, and it comes for the first time.
 * `unreachable`: its keys could not be fetched.
 * @param path of the service, such as `/cds-services/surae-patient-view`
 */
export async function verifyToken(token: string, path: string, now: Date): Promise<Verdict> {
  const { issuers, audience } = cdsSettings();
  const issuer = issuerOf(token);
  const keys = issuer === null ? undefined : issuers.get(issuer);
  if (issuer === null || !keys) return { ok: false, why: 'invalid' };
  try {
    const { payload } = await jwtVerify(token, keySetAt(keys), {
      issuer,
      audience: audience + path,
      algorithms,
      requiredClaims: ['exp', 'iat', 'jti'],
      maxTokenAge: lifetimeSecondsMax,
      clockTolerance: 30,
      currentDate: now,
    });
    return isFirst(issuer, payload, now) ? { ok: true, issuer } : { ok: false, why: 'invalid' };
  } catch (error) {
    return { ok: false, why: isUnreachable(error) ? 'unreachable' : 'invalid' };
  }
}

function issuerOf(token: string): string | null {
  try {
    return decodeJwt(token).iss ?? null;
  } catch {
    return null;
  }
}

function keySetAt(address: URL) {
  const known = keySets.get(address.href) ?? createRemoteJWKSet(address);
  keySets.set(address.href, known);
  return known;
}

/** A token that somebody has copied on its way is worth nothing once it has arrived. */
function isFirst(issuer: string, { jti = '', exp = 0 }: JWTPayload, now: Date): boolean {
  const name = JSON.stringify([issuer, jti]);
  const nowSeconds = now.getTime() / 1000;
  if ((used.get(name) ?? 0) > nowSeconds - 30) return false;
  if (used.size >= usedMax) for (const [one, end] of used) if (end < nowSeconds) used.delete(one);
  if (used.size >= usedMax) return false;
  used.set(name, exp);
  return true;
}

/** The keys themselves were the trouble: nothing is known of the token. */
function isUnreachable(error: unknown): boolean {
  if (error instanceof errors.JWKSTimeout) return true;
  if (error instanceof errors.JWKSNoMatchingKey) return false;
  // jose throws its plain base class where the answer was not 200, and fetch a TypeError.
  return !(error instanceof errors.JOSEError) || error.code === 'ERR_JOSE_GENERIC';
}
