import { z } from 'zod';
import { WrongSetting } from './wrong-setting';

/** Links are made by adding to it. */
const schema = z.url({ protocol: /^https?$/ }).refine(
  (text) => {
    const { search, hash, username } = new URL(text);
    return `${search}${hash}${username}` === '';
  },
  { when: ({ issues }) => issues.length === 0 },
);

/**
 * Where Surae is reached from outside, by `SURAE_URL`: without a slash at its end; null where it is not
 * set. Throws `WrongSetting` where it is no address.
 */
export function siteAddress({ SURAE_URL }: NodeJS.ProcessEnv = process.env): string | null {
  if (!SURAE_URL) return null;
  const parsed = schema.safeParse(SURAE_URL);
  if (parsed.success) return parsed.data.replace(/\/+$/, '');
  throw new WrongSetting(
    `SURAE_URL must be an address such as https://surae.clinic.example, and it is "${SURAE_URL}".`,
  );
}
