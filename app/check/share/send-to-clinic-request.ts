import type { SelfCheck } from '../use-self-check';
import { bodyOf } from './send-intake';

export type SentToClinic = 'received' | 'closed' | 'outdated' | 'not-reached';

const patienceMs = 20_000;

/** Sends the answers by an invitation. Never rejects; the same is safe to send again. */
export async function sendToClinic(selfCheck: SelfCheck, secret: string): Promise<SentToClinic> {
  try {
    const response = await fetch(`/api/invited/${encodeURIComponent(secret)}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(bodyOf(selfCheck)),
      signal: AbortSignal.timeout(patienceMs),
    });
    if (response.ok) return 'received';
    if (response.status === 422) return 'outdated';
    return response.status === 410 || response.status === 409 ? 'closed' : 'not-reached';
  } catch {
    return 'not-reached';
  }
}
