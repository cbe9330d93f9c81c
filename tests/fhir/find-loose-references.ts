import type { FhirResource } from 'fhir/r4';

/** References by URN that lead to no entry, entries of the same name, resources named otherwise. */
export function findLooseReferences(resource: FhirResource): string[] {
  if (resource.resourceType !== 'Bundle') return [];
  const entries = resource.entry ?? [];
  const urls = entries.map(({ fullUrl }) => fullUrl);
  const known = new Set(urls);
  const misnamed = entries
    .filter(
      ({ fullUrl, resource: held }) =>
        /^urn:uuid:/.test(fullUrl ?? '') && fullUrl !== `urn:uuid:${held?.id}`,
    )
    .map(({ fullUrl }) => `${fullUrl}: names another resource`);
  const loose = [...JSON.stringify(resource).matchAll(/"reference":"(urn:uuid:[^"]+)"/g)]
    .filter(([, url]) => !known.has(url))
    .map(([, url]) => `${url}: leads nowhere`);
  const twice = urls.filter((url, place) => url && urls.indexOf(url) !== place);
  return [...misnamed, ...loose, ...twice.map((url) => `${url}: stands there twice`)];
}
