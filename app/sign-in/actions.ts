'use server';

import { APIError } from 'better-auth/api';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { authOf } from '@/lib/clinic/auth';
import { nextPath } from './next-path';

export type SignInFault = 'wrong' | 'held' | 'code-wrong' | 'failed';

export interface SignInState {
  readonly fault: SignInFault | null;
  /** As it was written, for the form to hold it. */
  readonly email: string;
}

/** Signs in with address and password; whoever has a second step goes there. */
export async function signIn(_before: SignInState, form: FormData): Promise<SignInState> {
  const email = String(form.get('email') ?? '').trim();
  const password = String(form.get('password') ?? '');
  const next = nextPath(form.get('next'));
  const auth = await authOf();
  let hasSecondStep: boolean;
  try {
    const body = { email, password };
    const answer: object = await auth.api.signInEmail({ body, headers: await headers() });
    hasSecondStep = 'twoFactorRedirect' in answer && answer.twoFactorRedirect === true;
  } catch (error) {
    return { fault: faultOf(error, 'wrong'), email };
  }
  redirect(hasSecondStep ? `/sign-in/code?next=${encodeURIComponent(next)}` : next);
}

/** The second step: a code of the authenticator, or one of the backup codes. */
export async function enterCode(_before: SignInFault | null, form: FormData): Promise<SignInFault> {
  const code = String(form.get('code') ?? '').replace(/\s/g, '');
  const next = nextPath(form.get('next'));
  const auth = await authOf();
  const sent = { body: { code }, headers: await headers() };
  try {
    if (/^\d{6}$/.test(code)) await auth.api.verifyTOTP(sent);
    else await auth.api.verifyBackupCode(sent);
  } catch (error) {
    return faultOf(error, 'code-wrong');
  }
  redirect(next);
}

/** Ends this session. */
export async function signOut(): Promise<void> {
  const auth = await authOf();
  await auth.api.signOut({ headers: await headers() });
  redirect('/sign-in');
}

/** An answer of better-auth; anything else is ours, and told as no more than that. */
function faultOf(error: unknown, otherwise: SignInFault): SignInFault {
  if (error instanceof APIError) return error.statusCode === 429 ? 'held' : otherwise;
  console.error(`sign-in-failed ${error instanceof Error ? error.name : typeof error}`);
  return 'failed';
}
