import type { Bundle, FhirResource } from 'fhir/r4';

type OfType<Type extends FhirResource['resourceType']> = Extract<
  FhirResource,
  { resourceType: Type }
>;

/** The resources of one type in a Bundle. */
export function allOf<Type extends FhirResource['resourceType']>(
  { entry = [] }: Bundle,
  type: Type,
): OfType<Type>[] {
  return entry
    .map(({ resource }) => resource)
    .filter((one): one is OfType<Type> => one?.resourceType === type);
}
