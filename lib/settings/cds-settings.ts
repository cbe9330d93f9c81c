import { z } from 'zod';
import { WrongSetting } from './wrong-setting';

const address = z.url({ protocol: /^https?$/ });

/** Whoever sits on the way could put keys of their own in place of an issuer's. */
function isPrivate({ protocol, hostname }: URL): boolean {
  return protocol === 'https:' || ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}

const settingsSchema = z.object({
  /** `issuer=address of its keys`, by blanks: whose tokens are trusted. Empty: tokens are not looked at. */
  SURAE_CDS_ISSUERS: z.string().transform((text, context) => {
    const pairs = text.split(/\s+/).filter((one) => one !== '');
    return new Map(
      pairs.map((pair): [string, URL] => {
        const end = pair.lastIndexOf('=');
        const keys = address.safeParse(pair.slice(end + 1));
        if (end > 0 && keys.success && isPrivate(new URL(keys.data))) {
          return [pair.slice(0, end), new URL(keys.data)];
        }
        context.addIssue({
          code: 'custom',
          message:
            'must be a list of issuer=https://address/of/keys, by blanks; http only on this machine.',
        });
        return ['', new URL('http://invalid')];
      }),
    );
  }),
  /** The address of this server as its clients name it, such as `https://surae.clinic.org`. */
  SURAE_CDS_AUDIENCE: z.string(),
});

/** From the environment. Throws `WrongSetting` where one is not as it should be. */
export function cdsSettings(environment: NodeJS.ProcessEnv = process.env) {
  const { SURAE_CDS_ISSUERS = '', SURAE_CDS_AUDIENCE = '' } = environment;
  const parsed = settingsSchema.safeParse({ SURAE_CDS_ISSUERS, SURAE_CDS_AUDIENCE });
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new WrongSetting(`${String(issue?.path[0])} ${issue?.message}`);
  }
  const issuers = parsed.data.SURAE_CDS_ISSUERS;
  const audience = parsed.data.SURAE_CDS_AUDIENCE.replace(/\/+$/, '');
  // A host that the caller names proves nothing: a token for another service could be sent on here.
  if (issuers.size > 0 && !address.safeParse(audience).success) {
    throw new WrongSetting(
      'SURAE_CDS_AUDIENCE must be the address of this server, such as https://surae.clinic.example, beside SURAE_CDS_ISSUERS.',
    );
  }
  return { issuers, audience };
}
