/** Mail, where a server for it is named; without one, links are copied and slips printed. */
import { createTransport } from 'nodemailer';
import { z } from 'zod';
import { siteAddress } from '@/lib/settings/site-address';
import { WrongSetting } from '@/lib/settings/wrong-setting';

const schema = z.object({
  /** Such as `smtps://user:password@mail.example`. */
  SURAE_SMTP_URL: z.url({ protocol: /^smtps?$/ }),
  SURAE_MAIL_FROM: z.string().min(3),
  /** Links in mails begin with it. */
  SURAE_URL: z.string().min(1),
});

export interface MailSettings {
  readonly server: string;
  readonly from: string;
  /** Without a slash at its end. */
  readonly site: string;
}

/**
 * Null where no mail server is named. Throws `WrongSetting` with the variables that are missing or wrong,
 * where one is named and the rest does not fit.
 */
export function mailSettings(environment: NodeJS.ProcessEnv = process.env): MailSettings | null {
  if (!environment.SURAE_SMTP_URL) return null;
  const parsed = schema.safeParse(environment);
  if (!parsed.success) {
    const names = [...new Set(parsed.error.issues.map(({ path }) => path.join('.')))];
    throw new WrongSetting(
      `${names.join(', ')} must be set rightly for mail, or SURAE_SMTP_URL left out.`,
    );
  }
  const { SURAE_SMTP_URL: server, SURAE_MAIL_FROM: from } = parsed.data;
  return { server, from, site: siteAddress(environment) ?? '' };
}

export interface Mail {
  readonly to: string;
  readonly subject: string;
  /** Plain text; never anything clinical. */
  readonly text: string;
}

const patienceMs = 10_000;

/** Hands a mail to the server. False where that did not take it: the log says only that. */
export async function sendMail({ server, from }: MailSettings, mail: Mail): Promise<boolean> {
  const transport = createTransport(server, { from });
  try {
    const sent = transport.sendMail({ ...mail, from });
    const late = new Promise<never>((_, reject) => {
      setTimeout(() => reject(new Error('late')), patienceMs).unref();
    });
    await Promise.race([sent, late]);
    return true;
  } catch {
    console.error('mail-not-sent');
    return false;
  } finally {
    transport.close();
  }
}
