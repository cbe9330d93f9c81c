/** Questions, options and conditions as the concepts of the benchmark, named for clinicians. */
import { describeField } from '../../triage/describe-answer';
import type { Condition, Finding, Question } from '../../triage/knowledge-base';
import type { Option } from '../../triage/schema';
import type { Concept } from './schema';

type Field = Question | Finding;

/** The questions that the benchmark asks in a way of its own. */
export const fieldIds = { age: 'age', sex: 'sex-at-birth', complaint: 'pain-location' } as const;

const voice = { audience: 'clinician', language: 'en' } as const;

export function fieldConcept(field: Field): Concept {
  return { id: field.id, name: describeField(field, voice), standardOntologyUris: [] };
}

/** An id within the whole knowledge base, where `none` stands in many a question. */
export function optionConcept(field: Field, option: Option): Concept {
  return {
    id: `${field.id}.${option.value}`,
    name: `${describeField(field, voice)}: ${option.clinician.en}`,
    standardOntologyUris: [],
  };
}

export function conditionConcept({ id, name, codes }: Condition): Concept {
  const { snomedCt, icd10cm = [] } = codes;
  return {
    id,
    name: name.clinician.en,
    standardOntologyUris: [
      ...(snomedCt ? [`http://snomed.info/id/${snomedCt}`] : []),
      ...icd10cm.map((code) => `http://purl.bioontology.org/ontology/ICD10CM/${code}`),
    ],
  };
}
