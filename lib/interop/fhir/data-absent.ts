/** Why something has no value. */
export const absentReasonUrl = 'http://hl7.org/fhir/StructureDefinition/data-absent-reason';
export const absentReasonSystem = 'http://terminology.hl7.org/CodeSystem/data-absent-reason';

/** A CodeableConcept for `dataAbsentReason`. */
export function absentBecause(code: 'unknown' | 'asked-unknown' | 'not-performed') {
  return { coding: [{ system: absentReasonSystem, code }] };
}
