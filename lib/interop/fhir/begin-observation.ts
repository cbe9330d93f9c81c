/** What the Observations of a document are put together from. */
import type { CodeableConcept, Observation } from 'fhir/r4';
import type { Finding, Question } from '../../triage/knowledge-base';
import type { Voice } from '../../triage/voice';
import { type DocumentSource, statusOf } from './document-source';
import { unitOf } from './field-codes';
import type { Frame } from './frame';

type Category = 'survey' | 'exam';

/** What all Observations of a document have. */
export function beginObservation(
  source: DocumentSource,
  { subject, device }: Frame,
  category: Category,
  code: CodeableConcept,
): Observation {
  const system = 'http://terminology.hl7.org/CodeSystem/observation-category';
  return {
    resourceType: 'Observation',
    status: statusOf(source),
    category: [{ coding: [{ system, code: category }] }],
    code,
    subject,
    effectiveDateTime: source.assessment.assessedAt,
    device: { reference: device.fullUrl },
  };
}

export function voiceOf({ assessment: { audience, language } }: DocumentSource): Voice {
  return { audience, language };
}

/** In the unit of the question, and in UCUM where it knows that. */
export function toQuantity({ base }: DocumentSource, field: Question | Finding, value: number) {
  const coding = unitOf(base, field);
  return {
    value,
    ...(field.unit && { unit: field.unit.en }),
    ...(coding?.code !== undefined && { system: coding.system, code: coding.code }),
  };
}
