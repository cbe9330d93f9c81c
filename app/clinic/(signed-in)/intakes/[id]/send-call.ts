import type { PageCall } from '@/app/clinic/page-calls';
import type { CallResult } from '@/lib/intake/generated/enums';

const patienceMs = 20_000;

export type CallSent =
  /** With all calls so far. */
  | { readonly outcome: 'recorded'; readonly calls: readonly PageCall[] }
  | { readonly outcome: 'unlikely-time' | 'closed' | 'signed-out' | 'not-reached' };

interface Call {
  readonly callId: string;
  readonly result: CallResult;
  readonly at: string | null;
  readonly note: string | null;
}

/** Asks for a call to be stored. Never rejects; after `not-reached` the same is safe to send again. */
export async function sendCall(intakeId: string, call: Call): Promise<CallSent> {
  try {
    const response = await fetch(`/api/clinic/intakes/${intakeId}/calls`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(call),
      signal: AbortSignal.timeout(patienceMs),
    });
    if (!response.ok) return { outcome: outcomes[response.status] ?? 'not-reached' };
    const { calls }: { calls: PageCall[] } = await response.json();
    return { outcome: 'recorded', calls };
  } catch {
    return { outcome: 'not-reached' };
  }
}

const outcomes: Readonly<Record<number, 'unlikely-time' | 'closed' | 'signed-out'>> = {
  401: 'signed-out',
  403: 'closed',
  404: 'closed',
  409: 'closed',
  422: 'unlikely-time',
};
