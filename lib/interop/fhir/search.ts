import type { Bundle, CodeSystem, Questionnaire } from 'fhir/r4';
import { toSearchset } from './searchset';

type Searchable = Questionnaire | CodeSystem;

/**
 * A searchset of those that meet `_id`, `url` (which may bring its version), `version` and `status`;
 * each may list several by commas. Other parameters are passed over, as the self link shows.
 * @param address of the type, such as `https://host/fhir/Questionnaire`
 */
export function search(
  resources: readonly Searchable[],
  query: URLSearchParams,
  address: string,
): Bundle {
  const used = new URLSearchParams(
    [...query].filter(([name]) => ['_id', 'url', 'version', 'status'].includes(name)),
  );
  const found = resources.filter((resource) =>
    [...used].every(([name, value]) => value.split(',').some((one) => meets(resource, name, one))),
  );
  return toSearchset({ resources: found, total: found.length, address, used });
}

function meets({ id, url, version, status }: Searchable, name: string, value: string): boolean {
  switch (name) {
    case '_id':
      return value === id;
    case 'url':
      return value === url || value === `${url}|${version}`;
    case 'version':
      return value === version;
    default:
      return value === status;
  }
}
