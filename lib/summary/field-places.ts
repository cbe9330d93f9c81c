/** The questions that have a place of their own on the summary. */
export const fieldPlaces = {
  /** Medicines among them, also where nobody was asked: a provider has to know of a blood thinner. */
  person: ['age', 'sex-at-birth', 'pregnancy', 'medicines'],
  timeline: ['onset', 'activity-at-onset', 'duration', 'course'],
  area: 'pain-location',
  side: 'side',
} as const;

const placed = new Set<string>([
  ...fieldPlaces.person,
  ...fieldPlaces.timeline,
  fieldPlaces.area,
  fieldPlaces.side,
]);

export function hasOwnPlace(field: string): boolean {
  return placed.has(field);
}
