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
