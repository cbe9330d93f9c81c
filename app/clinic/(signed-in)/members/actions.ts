'use server';

import { revalidatePath } from 'next/cache';
import { requireScope } from '@/app/clinic/require-scope';
import { emailSchema } from '@/lib/clinic/account-input';
import { cancelMemberInvitation, changeMember, inviteMember } from '@/lib/clinic/members';
import { roles } from '@/lib/clinic/roles';
import { connectDatabase } from '@/lib/intake/database';

export interface InviteState {
  readonly fault: 'no-address' | null;
  readonly email: string;
  /** Of the link, shown once. */
  readonly secret: string | null;
}

export async function invite(_before: InviteState, form: FormData): Promise<InviteState> {
  const scope = await requireScope('manage');
  const written = String(form.get('email') ?? '');
  const email = emailSchema.safeParse(written);
  const role = roles.find((one) => one === form.get('role')) ?? 'frontDesk';
  if (!email.success) return { fault: 'no-address', email: written, secret: null };
  const database = await connectDatabase();
  const secret = await inviteMember(database, scope, { email: email.data, role }, new Date());
  revalidatePath('/clinic/members');
  return { fault: null, email: email.data, secret };
}

export async function cancel(id: string): Promise<void> {
  const scope = await requireScope('manage');
  await cancelMemberInvitation(await connectDatabase(), scope, id, new Date());
  revalidatePath('/clinic/members');
}

export type MemberState = 'done' | 'missing' | 'last-administrator' | null;

/** Another role, or with `remove` none. */
export async function change(
  memberId: string,
  _before: MemberState,
  form: FormData,
): Promise<MemberState> {
  const scope = await requireScope('manage');
  const asked = form.get('role');
  const role = roles.find((one) => one === asked) ?? null;
  if (role === null && asked !== 'remove') return 'missing';
  const changed = await changeMember(await connectDatabase(), scope, memberId, role, new Date());
  revalidatePath('/clinic/members');
  return changed;
}
