import type { FhirResource, Reference } from 'fhir/r4';

/** A resource with the name by which the others of its Bundle refer to it. */
export interface Entry<Resource extends FhirResource = FhirResource> {
  readonly fullUrl: string;
  readonly resource: Resource;
}

export function referTo({ fullUrl }: Pick<Entry, 'fullUrl'>): Reference {
  return { reference: fullUrl };
}
