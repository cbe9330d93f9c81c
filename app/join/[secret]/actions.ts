'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { type AccountInput, checkAccount, type Faults } from '@/lib/clinic/account-input';
import { authOf } from '@/lib/clinic/auth';
import { joinClinic, readMemberInvitation } from '@/lib/clinic/members';
import { connectDatabase } from '@/lib/intake/database';

export interface JoinState {
  readonly faults: Faults<keyof AccountInput>;
  readonly failure: 'link-used' | 'address-taken' | 'other-address' | null;
  readonly name: string;
}

/** Joins with a new account of the address that was invited, and signs in. */
export async function joinNew(
  secret: string,
  _before: JoinState,
  form: FormData,
): Promise<JoinState> {
  const database = await connectDatabase();
  const now = new Date();
  const name = String(form.get('name') ?? '');
  const invitation = await readMemberInvitation(database, secret, now);
  if (!invitation) return { faults: {}, failure: 'link-used', name };
  const { email } = invitation;
  const { account, faults } = checkAccount({ name, email, password: form.get('password') });
  if (!account) return { faults, failure: null, name };
  const joined = await joinClinic(database, secret, { account }, now);
  if (joined !== 'joined') return { faults: {}, failure: joined, name };
  const auth = await authOf();
  const { password } = account;
  await auth.api.signInEmail({ body: { email, password }, headers: await headers() });
  redirect('/clinic/worklist');
}

/** Joins with the account of who is signed in. */
export async function joinSignedIn(secret: string, _before: JoinState): Promise<JoinState> {
  const auth = await authOf();
  const session = await auth.api.getSession({ headers: await headers() });
  if (!session) redirect('/sign-in');
  const joiner = { userId: session.user.id };
  const joined = await joinClinic(await connectDatabase(), secret, joiner, new Date());
  if (joined !== 'joined') return { faults: {}, failure: joined, name: '' };
  redirect('/clinic/worklist');
}
