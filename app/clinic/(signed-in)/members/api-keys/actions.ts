'use server';

import { revalidatePath } from 'next/cache';
import { requireScope, requireScopeOfForm } from '@/app/clinic/require-scope';
import { keyOrderSchema, makeClinicKey, revokeClinicKey } from '@/lib/clinic/clinic-keys';
import { connectDatabase } from '@/lib/intake/database';

const page = '/clinic/members/api-keys';

export interface MakeKeyState {
  readonly faults: { readonly label: boolean; readonly scopes: boolean };
  /** What was written and ticked, so that a form with a fault keeps it. */
  readonly label: string;
  readonly scopes: readonly string[];
  /** The key, shown once. */
  readonly key: string | null;
}

export async function makeKey(_before: MakeKeyState, form: FormData): Promise<MakeKeyState> {
  const scope = await requireScopeOfForm('manage', form);
  const label = String(form.get('label') ?? '');
  const scopes = form.getAll('scope').map(String);
  const order = keyOrderSchema.safeParse({ label, scopes });
  if (!order.success) {
    const isAtFault = (field: string) => order.error.issues.some(({ path }) => path[0] === field);
    const faults = { label: isAtFault('label'), scopes: isAtFault('scopes') };
    return { faults, label, scopes, key: null };
  }
  const key = await makeClinicKey(await connectDatabase(), scope, order.data, new Date());
  revalidatePath(page);
  return { faults: { label: false, scopes: false }, label: order.data.label, scopes, key };
}

export async function revoke(id: string): Promise<void> {
  const scope = await requireScope('manage');
  await revokeClinicKey(await connectDatabase(), scope, id, new Date());
  revalidatePath(page);
}
