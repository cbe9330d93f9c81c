import { mailSettings } from '@/lib/clinic/mail';
import { givenReferenceSecret } from '@/lib/intake/reference-secret';
import { chosenRegion } from '@/lib/knowledge/chosen-region';
import { apiSettings } from './api-settings';
import { cdsSettings } from './cds-settings';
import { siteAddress } from './site-address';
import { WrongSetting } from './wrong-setting';

/** Every setting that is read while Surae runs: wrong, it would fail each request that needs it. */
const readers: readonly ((environment: NodeJS.ProcessEnv) => unknown)[] = [
  siteAddress,
  chosenRegion,
  givenReferenceSecret,
  mailSettings,
  apiSettings,
  cdsSettings,
];

/** What the readers read, and what the commands do. */
const names: readonly string[] = [
  ...['SURAE_ADDRESS_HEADER', 'SURAE_API', 'SURAE_API_PER_MINUTE', 'SURAE_CDS_AUDIENCE'],
  ...['SURAE_CDS_ISSUERS', 'SURAE_DATA', 'SURAE_HOST', 'SURAE_LAUNCHER', 'SURAE_MAIL_FROM'],
  ...['SURAE_PAPERS_PER_MINUTE', 'SURAE_PROPERTY_RUNS', 'SURAE_REFERENCE_SECRET', 'SURAE_REGION'],
  ...['SURAE_SMTP_URL', 'SURAE_TEST_DATA', 'SURAE_TEST_URL', 'SURAE_URL'],
];

/**
 * One sentence for each name that looks like a setting and is none: a misspelt one would go unheard.
 * It is told and not refused, because a host may have variables of its own.
 */
export function findUnknownSettings(environment: NodeJS.ProcessEnv): string[] {
  return Object.keys(environment)
    .filter((name) => name.startsWith('SURAE_') && !names.includes(name))
    .map((name) => `${name} is no setting of Surae, and nothing reads it.`);
}

/** One sentence for each that is wrong, to be told before anything starts. */
export function findWrongSettings(environment: NodeJS.ProcessEnv): string[] {
  return readers.flatMap((read) => {
    try {
      read(environment);
      return [];
    } catch (error) {
      if (error instanceof WrongSetting) return error.message;
      throw error;
    }
  });
}
