/**
 * Answers as clinical findings, and back.
 *
 * An option of a multiple choice is a finding of its own: present when it was chosen, absent when
 * the question was answered without it. A single choice or a number is one finding with the answer
 * as its attribute. A question that nobody answered is no finding: unknown is never "absent".
 */
import type { Answer, Answers } from '@/lib/triage/answers';
import type { Finding, KnowledgeBase, Question } from '@/lib/triage/knowledge-base';
import { say } from '@/lib/triage/voice';
import type { ClinicalFinding } from './case-format';

const voice = { language: 'en' };

export function toFindings(base: KnowledgeBase, answers: Answers): ClinicalFinding[] {
  return fieldsOf(base).flatMap((field) => {
    const answer = answers[field.id];
    return answer === undefined ? [] : findingsOf(field, answer);
  });
}

function findingsOf(field: Question | Finding, answer: Answer): ClinicalFinding[] {
  const name = nameOf(field);
  const options = field.options ?? [];
  if (Array.isArray(answer)) {
    return options.map(({ value, clinician }) => ({
      id: `${field.id}/${value}`,
      name: `${name}: ${say(clinician, voice)}`,
      standardOntologyUris: [],
      state: answer.includes(value) ? 'present' : 'absent',
    }));
  }
  const option = options.find(({ value }) => value === answer);
  const value = {
    id: `${field.id}/${answer}`,
    name: option ? say(option.clinician, voice) : String(answer),
    standardOntologyUris: [],
  };
  const attribute = { id: `${field.id}/answer`, name: 'Answer', standardOntologyUris: [], value };
  const state = option?.unknown ? 'unsure' : 'present';
  return [{ id: field.id, name, standardOntologyUris: [], state, attributes: [attribute] }];
}

/** The answers that the findings tell; what is no finding of ours is left out. */
export function toAnswers(base: KnowledgeBase, findings: readonly ClinicalFinding[]): Answers {
  const byId = new Map(findings.map((one) => [one.id, one]));
  const answers: Record<string, Answer> = {};
  for (const field of fieldsOf(base)) {
    const answer = answerOf(field, byId);
    if (answer !== undefined) answers[field.id] = answer;
  }
  return answers;
}

function answerOf(
  { id, type, options = [] }: Question | Finding,
  findings: ReadonlyMap<string, ClinicalFinding>,
): Answer | undefined {
  if (type === 'multiple') {
    const present = options.filter(
      ({ value }) => findings.get(`${id}/${value}`)?.state === 'present',
    );
    return present.length > 0 ? present.map(({ value }) => value) : undefined;
  }
  const [attribute] = findings.get(id)?.attributes ?? [];
  const value = attribute?.value.id.slice(id.length + 1);
  if (value === undefined || value === '') return undefined;
  return type === 'number' ? Number(value) : value;
}

/** Age and sex stand in the profile. */
export const profileFields = { age: 'age', sex: 'sex-at-birth' } as const;

function fieldsOf({ questions, findings }: KnowledgeBase): (Question | Finding)[] {
  const inProfile: readonly string[] = Object.values(profileFields);
  return [...questions, ...findings].filter(({ id }) => !inProfile.includes(id));
}

function nameOf(field: Question | Finding): string {
  return say('name' in field ? field.name : field.clinician, voice);
}
