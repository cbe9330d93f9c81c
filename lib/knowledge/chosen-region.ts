import { WrongSetting } from '../settings/wrong-setting';
import { regionsFile } from '../triage/schema';
import { readDocuments } from './read-rules';

/**
 * Whose words the texts use, by `SURAE_REGION`; null where it is not set. Throws `WrongSetting` where the
 * rules know no such region.
 */
export function chosenRegion({ SURAE_REGION }: NodeJS.ProcessEnv): string | null {
  if (!SURAE_REGION) return null;
  const parsed = regionsFile.safeParse(readDocuments().documents.regions);
  // What is wrong with the file itself, loading the rules tells.
  const ids = parsed.data?.regions.map(({ id }) => id) ?? [SURAE_REGION];
  if (ids.includes(SURAE_REGION)) return SURAE_REGION;
  throw new WrongSetting(
    `SURAE_REGION must be one of ${ids.join(', ')}, and it is "${SURAE_REGION}".`,
  );
}
