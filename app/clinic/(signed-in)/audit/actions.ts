'use server';

import { requireScope } from '@/app/clinic/require-scope';
import { verifyClinicTrail } from '@/lib/clinic/read-audit-trail';
import { connectDatabase } from '@/lib/intake/database';

export type TrailState =
  | { readonly ok: true; readonly events: number; readonly head: string }
  | { readonly ok: false; readonly event: string; readonly fault: string }
  | null;

export async function verify(): Promise<TrailState> {
  const scope = await requireScope('read-audit');
  const verdict = await verifyClinicTrail(await connectDatabase(), scope, new Date());
  return verdict.ok ? verdict : { ...verdict, event: String(verdict.event) };
}
