import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { findApiKey, hashKey, type KnownApiKey } from '@/lib/intake/api-keys';
import { connectDatabase } from '@/lib/intake/database';
import { problem } from './problem';

/** A key that was found, or not, is not looked up again for so long: a revocation takes as long. */
const rememberedMs = 10_000;
const rememberedMax = 10_000;

/** So many keys that are none are looked up for one address in so many seconds. */
const strangeKeys = new RateLimiterMemory({ points: 100, duration: 10 });
/** Addresses are counted in so many drawers: however many there are, they take no more memory. */
const drawers = 65_536;

type Remembered = Map<string, { readonly found: KnownApiKey | null; readonly untilMs: number }>;
/** Apart: however many keys somebody makes up, those that exist stay remembered. */
const keys: Remembered = new Map();
const unknownKeys: Remembered = new Map();

/**
 * What the key stands for, null where it is none; or the refusal: too many from this address that are
 * none (429), no database to look in (503). A key that was found before is always looked up: nobody
 * else's made-up ones shut it out.
 */
export async function findKey(
  key: string,
  address: string,
): Promise<KnownApiKey | null | Response> {
  const hash = hashKey(key);
  const nowMs = performance.now();
  const known = keys.get(hash) ?? unknownKeys.get(hash);
  if (known && nowMs < known.untilMs) return known.found;
  const drawer = drawerOf(address);
  const isStrange = !keys.has(hash);
  // Counted before it is looked up, so that many at once are no way around; a right one takes it back.
  const refusal = isStrange ? await countStrange(drawer) : null;
  if (refusal) return refusal;
  try {
    const found = await findApiKey(await connectDatabase(), key, new Date());
    if (found && isStrange) await strangeKeys.reward(drawer);
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

async function countStrange(drawer: string): Promise<Response | null> {
  try {
    await strangeKeys.consume(drawer);
    return null;
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    const wait = { 'Retry-After': String(Math.ceil(refused.msBeforeNext / 1000)) };
    return problem(429, 'Too many unknown API keys from this address', [], wait);
  }
}

function drawerOf(address: string): string {
  return String(Number.parseInt(hashKey(address).slice(0, 8), 16) % drawers);
}
