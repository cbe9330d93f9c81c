'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import {
  type AccountInput,
  checkAccount,
  clinicAddressSchema,
  clinicNameSchema,
  type Faults,
} from '@/lib/clinic/account-input';
import { authOf } from '@/lib/clinic/auth';
import { setUpClinic } from '@/lib/clinic/set-up-clinic';
import { connectDatabase } from '@/lib/intake/database';

export interface SetUpState {
  readonly faults: Faults<keyof AccountInput | 'clinic' | 'address'>;
  readonly failure: 'link-used' | 'address-taken' | null;
  /** What was written, but the password, for the form to hold it. */
  readonly written: Readonly<Record<string, string>>;
}

/** Sets the clinic up, and signs its first administrator in. */
export async function setUp(
  secret: string,
  _before: SetUpState,
  form: FormData,
): Promise<SetUpState> {
  const given = Object.fromEntries(form);
  const { account, faults: accountFaults } = checkAccount({
    name: given.name,
    email: given.email,
    password: given.password,
  });
  const clinic = clinicNameSchema.safeParse(given.clinic);
  const address = clinicAddressSchema.safeParse(given.address ?? '');
  const faults = {
    ...accountFaults,
    ...(!clinic.success && { clinic: 'missing' as const }),
    ...(!address.success && { address: 'too-long' as const }),
  };
  const written = pickWritten(given);
  if (!account || !clinic.success || !address.success) return { faults, failure: null, written };
  const done = await setUpClinic(
    await connectDatabase(),
    secret,
    { name: clinic.data, address: address.data },
    account,
    new Date(),
  );
  if (done !== 'done') return { faults: {}, failure: done, written };
  const auth = await authOf();
  const { email, password } = account;
  await auth.api.signInEmail({ body: { email, password }, headers: await headers() });
  redirect('/clinic/worklist');
}

function pickWritten(given: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    ['clinic', 'address', 'name', 'email'].map((name) => [name, String(given[name] ?? '')]),
  );
}
