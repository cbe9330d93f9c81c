import { z } from 'zod';

const wholeNumber = z
  .string()
  .regex(/^[1-9]\d{0,8}$/, 'is a whole number from 1')
  .transform(Number);

const settingsSchema = z.object({
  /** `open`: everybody may ask; `keys`: who shows a key; `off`: nobody. */
  SURAE_API: z.enum(['off', 'keys', 'open'], { error: 'is one of off, keys, open' }),
  /** Points in a minute for each key or address; one assessment takes one. */
  SURAE_API_PER_MINUTE: wholeNumber,
  /** Papers (PDF) in a minute for each member of a clinic, and for each address. */
  SURAE_PAPERS_PER_MINUTE: wholeNumber,
  /** The header in which the proxy in front, and nobody else, names the caller's address. */
  SURAE_ADDRESS_HEADER: z.string(),
});

/** From the environment. Throws where a setting is none of its values. */
export function apiSettings() {
  const { SURAE_API, SURAE_API_PER_MINUTE, SURAE_PAPERS_PER_MINUTE, SURAE_ADDRESS_HEADER } =
    process.env;
  const parsed = settingsSchema.safeParse({
    SURAE_API: SURAE_API || 'open',
    SURAE_API_PER_MINUTE: SURAE_API_PER_MINUTE || '6000',
    SURAE_PAPERS_PER_MINUTE: SURAE_PAPERS_PER_MINUTE || '60',
    SURAE_ADDRESS_HEADER: SURAE_ADDRESS_HEADER ?? '',
  });
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new Error(`api-setting: ${issue?.path.join('.')} ${issue?.message}`);
  }
  return {
    mode: parsed.data.SURAE_API,
    pointsPerMinute: parsed.data.SURAE_API_PER_MINUTE,
    papersPerMinute: parsed.data.SURAE_PAPERS_PER_MINUTE,
    addressHeader: parsed.data.SURAE_ADDRESS_HEADER,
  };
}
