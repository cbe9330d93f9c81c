import type { Bundle, FhirResource } from 'fhir/r4';

interface Found {
  readonly resources: readonly (FhirResource & { readonly id?: string | undefined })[];
  /** How many there are in all, where that is known. */
  readonly total?: number;
  /** The type's, such as `https://host/fhir/Questionnaire`. */
  readonly address: string;
  /** What of the query was used. */
  readonly used: URLSearchParams;
  /** The query of the next page, where there is one. */
  readonly next?: URLSearchParams | undefined;
}

/** A page of what a search found. */
export function toSearchset({ resources, total, address, used, next }: Found): Bundle {
  const addressOf = (query: URLSearchParams) => (query.size > 0 ? `${address}?${query}` : address);
  return {
    resourceType: 'Bundle',
    type: 'searchset',
    ...(total !== undefined && { total }),
    link: [
      { relation: 'self', url: addressOf(used) },
      ...(next ? [{ relation: 'next', url: addressOf(next) }] : []),
    ],
    ...(resources.length > 0 && {
      entry: resources.map((resource) => ({
        fullUrl: `${address}/${resource.id}`,
        resource,
        search: { mode: 'match' as const },
      })),
    }),
  };
}
