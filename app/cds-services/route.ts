import { problem } from '@/app/api/v1/problem';
import { answerPreflight, crossOrigin } from '@/app/cross-origin';
import { describeServices } from '@/lib/interop/cds-hooks/services';
import { apiSettings } from '@/lib/settings/api-settings';
import { cardWords } from './card-words';

export const dynamic = 'force-dynamic';

/** What a CDS client discovers. It tells nothing that is secret, and needs no token. */
export function GET(): Response {
  if (apiSettings().mode === 'off') {
    return crossOrigin(problem(404, 'The API of this server is off'));
  }
  return crossOrigin(Response.json(describeServices(cardWords)));
}

const preflight = answerPreflight('GET');

export { preflight as OPTIONS };
