/** What somebody writes to get an account, checked, with its faults by field as codes. */
import { z } from 'zod';
import { findPasswordFault, type PasswordFault } from './password-rule';

const name = z.string().trim().min(1).max(100);
export const emailSchema = z
  .string()
  .trim()
  .toLowerCase()
  .pipe(z.email())
  .pipe(z.string().max(200));
export const clinicNameSchema = z.string().trim().min(1).max(120);
export const clinicAddressSchema = z.string().trim().max(600);

export interface AccountInput {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

export type AccountFault = 'missing' | 'no-address' | PasswordFault;
export type Faults<Field extends string> = Readonly<Partial<Record<Field, AccountFault>>>;

/** The account, or its faults by field. */
export function checkAccount(given: Readonly<Record<'name' | 'email' | 'password', unknown>>): {
  readonly account: AccountInput | null;
  readonly faults: Faults<keyof AccountInput>;
} {
  const named = name.safeParse(given.name);
  const email = emailSchema.safeParse(given.email);
  const password = typeof given.password === 'string' ? given.password : '';
  const passwordFault = findPasswordFault(password, {
    name: named.data ?? '',
    email: email.data ?? '',
  });
  const faults: Faults<keyof AccountInput> = {
    ...(!named.success && { name: 'missing' }),
    ...(!email.success && { email: 'no-address' }),
    ...(passwordFault && { password: passwordFault }),
  };
  if (!named.success || !email.success || passwordFault) return { account: null, faults };
  return { account: { name: named.data, email: email.data, password }, faults };
}
