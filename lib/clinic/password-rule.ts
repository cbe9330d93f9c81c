/** What a password must be. */
export const passwordLengthMin = 12;
export const passwordLengthMax = 128;

export type PasswordFault = 'too-short' | 'too-long' | 'is-known';

/** Null where it is good: long enough, and not the person's own name or address. */
export function findPasswordFault(
  password: string,
  { name, email }: { readonly name: string; readonly email: string },
): PasswordFault | null {
  if (password.length < passwordLengthMin) return 'too-short';
  if (password.length > passwordLengthMax) return 'too-long';
  const known = [name, email, email.split('@')[0] ?? ''].map(fold);
  return known.includes(fold(password)) ? 'is-known' : null;
}

function fold(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
