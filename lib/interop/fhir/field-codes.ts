/** The codes of questions and findings: our own, and those of LOINC and UCUM where `rules/` names one. */
import type { Coding } from 'fhir/r4';
import type { Finding, KnowledgeBase, Question } from '../../triage/knowledge-base';
import { say } from '../../triage/voice';
import { systemOf } from './canonical';

const english = { language: 'en' } as const;

/** What a question is, whatever it is worded like. */
export function codesOfField(
  { interoperability }: KnowledgeBase,
  field: Question | Finding,
): Coding[] {
  const loinc = interoperability.fields[field.id]?.loinc;
  const own = {
    system: systemOf('fields'),
    code: field.id,
    display: say('name' in field ? field.name : field.clinician, english),
  };
  return loinc ? [own, { system: 'http://loinc.org', code: loinc }] : [own];
}

/** The unit of a number; null where it has none that UCUM knows. */
export function unitOf(
  { interoperability }: KnowledgeBase,
  field: Question | Finding,
): Coding | null {
  const ucum = interoperability.fields[field.id]?.ucum;
  if (ucum === undefined) return null;
  return {
    system: 'http://unitsofmeasure.org',
    code: ucum,
    ...(field.unit && { display: say(field.unit, english) }),
  };
}
