export type Signed = 'signed' | 'incomplete' | 'closed' | 'changed' | 'signed-out' | 'not-reached';

const patienceMs = 20_000;

/** Asks the server to sign. Never rejects; after `not-reached` the same is safe to send again. */
export function signIntake(
  intakeId: string,
  body: {
    readonly versionId: string;
    readonly revision: number;
    /** The hash of the rules that the signer saw the assessment of. */
    readonly knowledgeBase: string;
  },
): Promise<Signed> {
  return post(intakeId, 'sign', body);
}

/** Asks for a signed intake to be opened again. */
export function amendIntake(intakeId: string, body: { readonly reason: string }): Promise<Signed> {
  return post(intakeId, 'amendment', body);
}

/** Asks for an intake to be marked as entered in error. */
export function markInError(
  intakeId: string,
  body: { readonly versionId: string; readonly revision: number; readonly reason: string },
): Promise<Signed> {
  return post(intakeId, 'error', body);
}

/** Tells that the summary was printed or its text was taken; whoever prints does not wait for it. */
export function tellTaken(intakeId: string, as: 'printed' | 'note'): Promise<Signed> {
  return post(intakeId, 'printed', { as });
}

/** Asks for how the patient is now to be stored. */
export function sendOutcome(
  intakeId: string,
  body: {
    readonly outcomeId: string;
    readonly values: Readonly<Record<string, number>>;
    readonly note: string | null;
  },
): Promise<Signed> {
  return post(intakeId, 'outcomes', body);
}

async function post(intakeId: string, what: string, body: object): Promise<Signed> {
  try {
    const response = await fetch(`/api/clinic/intakes/${intakeId}/${what}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(patienceMs),
      keepalive: true,
    });
    if (response.ok) return 'signed';
    return outcomes[response.status] ?? 'not-reached';
  } catch {
    return 'not-reached';
  }
}

const outcomes: Readonly<Record<number, Signed>> = {
  401: 'signed-out',
  403: 'closed',
  404: 'closed',
  409: 'closed',
  412: 'changed',
  422: 'incomplete',
};
