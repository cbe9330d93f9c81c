import { z } from 'zod';
import type { EditorPorts, Fields, Stored } from './intake-editor';

const patienceMs = 20_000;
const value = z.union([z.string(), z.array(z.string()), z.number(), z.null()]);
const standing = z.object({ revision: z.number(), fields: z.record(z.string(), value) });
const changed = standing.extend({
  clashes: z.array(
    z.object({
      field: z.string(),
      theirs: value,
      by: z.string().nullable(),
      at: z.string().nullable(),
    }),
  ),
});
const refusal = z.object({
  errors: z.array(z.object({ field: z.string(), message: z.string() })),
});

/** Sends changes to the server. Never rejects. */
export async function sendChanges(
  intakeId: string,
  body: Parameters<EditorPorts['send']>[0],
): Promise<Stored> {
  try {
    const response = await fetch(`/api/clinic/intakes/${intakeId}`, {
      method: 'PATCH',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(patienceMs),
    });
    if (response.ok) return { outcome: 'stored', ...changed.parse(await response.json()) };
    switch (response.status) {
      case 401:
        return { outcome: 'signed-out' };
      case 403:
      case 404:
      case 409:
        return { outcome: 'closed' };
      case 422:
        return { outcome: 'refused', faults: refusal.parse(await response.json()).errors };
      default:
        return { outcome: 'not-reached' };
    }
  } catch {
    return { outcome: 'not-reached' };
  }
}

export interface Standing {
  readonly revision: number;
  readonly fields: Fields;
  readonly state: string;
  readonly last: { readonly by: string; readonly fields: readonly string[] } | null;
}

const whole = standing.extend({
  state: z.string(),
  last: z.object({ by: z.string(), fields: z.array(z.string()) }).nullable(),
});

/** How the intake stands on the server; null where that cannot be asked just now. */
export async function fetchStanding(intakeId: string): Promise<Standing | null> {
  try {
    const response = await fetch(`/api/clinic/intakes/${intakeId}`, {
      signal: AbortSignal.timeout(patienceMs),
    });
    return response.ok ? whole.parse(await response.json()) : null;
  } catch {
    return null;
  }
}
