import { z } from 'zod';
import { WrongSetting } from './wrong-setting';

const wholeNumber = z
  .string()
  .regex(/^[1-9]\d{0,8}$/, 'must be a whole number from 1')
  .transform(Number);

const settingsSchema = z.object({
  /** `open`: everybody may ask; `keys`: who shows a key; `off`: nobody. */
  SURAE_API: z.enum(['off', 'keys', 'open'], { error: 'must be one of off, keys, open' }),
  /** Points in a minute for each key or address; one assessment takes one. */
  SURAE_API_PER_MINUTE: wholeNumber,
  /** Papers (PDF) in a minute for each member of a clinic, and for each address. */
  SURAE_PAPERS_PER_MINUTE: wholeNumber,
  /** The header in which the proxy in front, and nobody else, names the caller's address. */
  SURAE_ADDRESS_HEADER: z
    .string()
    .regex(/^[\w!#$%&'*+.^`|~-]*$/, 'must be the name of a header, such as x-real-ip'),
});

/** From the environment. Throws `WrongSetting` where one is none of its values. */
export function apiSettings(environment: NodeJS.ProcessEnv = process.env) {
  const { SURAE_API, SURAE_API_PER_MINUTE, SURAE_PAPERS_PER_MINUTE, SURAE_ADDRESS_HEADER } =
    environment;
  const given = {
    SURAE_API: SURAE_API || 'open',
    SURAE_API_PER_MINUTE: SURAE_API_PER_MINUTE || '6000',
    SURAE_PAPERS_PER_MINUTE: SURAE_PAPERS_PER_MINUTE || '60',
    SURAE_ADDRESS_HEADER: SURAE_ADDRESS_HEADER ?? '',
  };
  const parsed = settingsSchema.safeParse(given);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const name = String(issue?.path[0]);
    const value = Object.entries(given).find(([one]) => one === name)?.[1];
    throw new WrongSetting(`${name} ${issue?.message}, and it is "${value}".`);
  }
  return {
    mode: parsed.data.SURAE_API,
    pointsPerMinute: parsed.data.SURAE_API_PER_MINUTE,
    papersPerMinute: parsed.data.SURAE_PAPERS_PER_MINUTE,
    addressHeader: parsed.data.SURAE_ADDRESS_HEADER,
  };
}
