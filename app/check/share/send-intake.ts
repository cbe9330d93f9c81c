import { z } from 'zod';
import type { SubmissionBody } from '@/lib/intake/submission';
import type { SelfCheck } from '../use-self-check';
import type { Share } from './stored-shares';

export type Sent =
  | { readonly outcome: 'shared'; readonly share: Share }
  /** The server did not get it, or nobody knows whether it did: the same key is safe to send again. */
  | { readonly outcome: 'not-reached' }
  /** The key stands for something else, or for something deleted: a new one is needed. */
  | { readonly outcome: 'key-used-up' }
  /** The questionnaire has changed since the answers were given. */
  | { readonly outcome: 'answers-outdated' }
  | { readonly outcome: 'refused' };

const patienceMs = 20_000;
const receipt = z.object({ reference: z.string(), expiresAt: z.iso.datetime() });

/** Sends the answers to be shared. Never rejects. */
export async function sendIntake(selfCheck: SelfCheck): Promise<Sent> {
  const { submissionKey } = selfCheck;
  try {
    const response = await fetch('/api/intakes', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(bodyOf(selfCheck)),
      signal: AbortSignal.timeout(patienceMs),
    });
    if (response.ok) {
      const told = receipt.parse(await response.json());
      return { outcome: 'shared', share: { submissionKey, ...told } };
    }
    return { outcome: outcomeOf(response.status) };
  } catch {
    return { outcome: 'not-reached' };
  }
}

/** Asks for what was shared to be deleted. False where nobody knows whether it was. */
export async function deleteIntake(reference: string): Promise<boolean> {
  try {
    const response = await fetch(`/api/intakes/${encodeURIComponent(reference)}`, {
      method: 'DELETE',
      signal: AbortSignal.timeout(patienceMs),
    });
    return response.ok;
  } catch {
    return false;
  }
}

/** The answers as they are sent. */
export function bodyOf({
  submissionKey,
  audience,
  answers,
  unsure,
  finishedAt,
}: SelfCheck): SubmissionBody {
  const agoMs = finishedAt === null ? 0 : Date.now() - Date.parse(finishedAt);
  return {
    submissionKey,
    audience,
    answers,
    unsure: unsure.filter((question) => answers[question] === undefined),
    answeredSecondsAgo: Math.max(0, Math.round(agoMs / 1000)),
  };
}

function outcomeOf(status: number): Exclude<Sent['outcome'], 'shared'> {
  if (status === 409 || status === 410) return 'key-used-up';
  if (status === 422) return 'answers-outdated';
  return status >= 500 || status === 429 ? 'not-reached' : 'refused';
}
