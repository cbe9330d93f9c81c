'use server';

import { APIError } from 'better-auth/api';
import { revalidatePath } from 'next/cache';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { requireScope } from '@/app/clinic/require-scope';
import { authOf } from '@/lib/clinic/auth';
import { inClinic } from '@/lib/clinic/in-clinic';
import { switchClinic } from '@/lib/clinic/memberships';
import { findPasswordFault, type PasswordFault } from '@/lib/clinic/password-rule';
import { connectDatabase } from '@/lib/intake/database';

const page = '/clinic/account';

/** Ends every session of the account, this one too. */
export async function signOutEverywhere(): Promise<void> {
  const scope = await requireScope();
  const auth = await authOf();
  await inClinic(await connectDatabase(), scope, ({ record }) =>
    record({ action: 'signed-out-everywhere', at: new Date() }),
  );
  await auth.api.revokeSessions({ headers: await headers() });
  redirect('/sign-in');
}

/** Has this session work in another clinic of the member's. */
export async function changeClinicOfSession(form: FormData): Promise<void> {
  const scope = await requireScope();
  const auth = await authOf();
  const session = await auth.api.getSession({ headers: await headers() });
  if (session) {
    await switchClinic(await connectDatabase(), {
      ...{ sessionId: session.session.id, userId: scope.userId },
      clinicId: String(form.get('clinicId') ?? ''),
    });
  }
  redirect('/clinic/worklist');
}

export type PasswordState = 'done' | 'wrong' | PasswordFault | null;

/** Changes the password; every other session ends. */
export async function changePassword(
  _before: PasswordState,
  form: FormData,
): Promise<PasswordState> {
  const scope = await requireScope();
  const auth = await authOf();
  const sent = await headers();
  const session = await auth.api.getSession({ headers: sent });
  const newPassword = String(form.get('newPassword') ?? '');
  const fault = findPasswordFault(newPassword, {
    name: scope.userName,
    email: session?.user.email ?? '',
  });
  if (fault) return fault;
  const currentPassword = String(form.get('currentPassword') ?? '');
  const body = { currentPassword, newPassword, revokeOtherSessions: true };
  return (await succeeds(() => auth.api.changePassword({ body, headers: sent })))
    ? 'done'
    : 'wrong';
}

export interface SecondStepState {
  readonly fault: 'wrong' | 'code-wrong' | null;
  /** Shown while it is being turned on, and never again. */
  readonly offer: {
    /** What an authenticator reads: `otpauth://…`. */
    readonly address: string;
    readonly key: string;
    readonly backupCodes: readonly string[];
  } | null;
  readonly isOn: boolean;
}

/** Begins to turn the second step on: what an authenticator needs to know. */
export async function beginSecondStep(
  before: SecondStepState,
  form: FormData,
): Promise<SecondStepState> {
  await requireScope();
  const auth = await authOf();
  const body = { password: String(form.get('password') ?? '') };
  try {
    const made = await auth.api.enableTwoFactor({ body, headers: await headers() });
    if (!('totpURI' in made)) return { ...before, fault: 'wrong' };
    const { totpURI: address, backupCodes } = made;
    const key = new URL(address).searchParams.get('secret') ?? '';
    return { fault: null, offer: { address, key, backupCodes }, isOn: false };
  } catch (error) {
    if (error instanceof APIError) return { ...before, fault: 'wrong' };
    throw error;
  }
}

/** Turns it on, once the authenticator has shown that it knows. */
export async function confirmSecondStep(
  before: SecondStepState,
  form: FormData,
): Promise<SecondStepState> {
  await requireScope();
  const auth = await authOf();
  const body = { code: String(form.get('code') ?? '').replace(/\s/g, '') };
  const sent = await headers();
  if (!(await succeeds(() => auth.api.verifyTOTP({ body, headers: sent })))) {
    return { ...before, fault: 'code-wrong' };
  }
  revalidatePath(page);
  return { fault: null, offer: null, isOn: true };
}

export async function endSecondStep(
  before: SecondStepState,
  form: FormData,
): Promise<SecondStepState> {
  await requireScope();
  const auth = await authOf();
  const body = { password: String(form.get('password') ?? '') };
  const sent = await headers();
  if (!(await succeeds(() => auth.api.disableTwoFactor({ body, headers: sent })))) {
    return { ...before, fault: 'wrong' };
  }
  revalidatePath(page);
  return { fault: null, offer: null, isOn: false };
}

export async function removePasskey(id: string): Promise<void> {
  await requireScope();
  const auth = await authOf();
  await auth.api.deletePasskey({ body: { id }, headers: await headers() });
  revalidatePath(page);
}

/** False where better-auth refuses; anything else is thrown. */
async function succeeds(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    if (error instanceof APIError) return false;
    throw error;
  }
}
