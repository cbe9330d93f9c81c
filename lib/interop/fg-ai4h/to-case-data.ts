/** Our answers -> the benchmark's `caseData`. */
import { type Answer, type Answers, fieldsFor, type Input } from '../../triage/answers';
import { describeAnswer } from '../../triage/describe-answer';
import type { Finding, KnowledgeBase, Question } from '../../triage/knowledge-base';
import { fieldConcept, fieldIds, optionConcept } from './concepts';
import { biologicalSexes, type CaseData, type ClinicalFinding, type Concept } from './schema';

type Field = Question | Finding;

/**
 * What was answered, as findings:
 *
 * - the chosen option of a single choice is present, and nothing is said of the others: "a lump
 *   behind the knee" and "a lump that beats" can both be true, and one of them is chosen;
 * - every option of an answered multiple choice is present or absent, and "none of these" is said
 *   by the absence of them all;
 * - "not sure" and "not done" make the question itself unsure;
 * - a number is an attribute of its question;
 * - what was not answered is left out, never absent.
 */
export function toCaseData(base: KnowledgeBase, { audience, answers }: Input): CaseData {
  const age = answers[fieldIds.age];
  const sex = biologicalSexes.find((one) => one === answers[fieldIds.sex]);
  const isSaidElsewhere = (id: string) =>
    id === fieldIds.age || id === fieldIds.complaint || (id === fieldIds.sex && sex !== undefined);
  return {
    profileInformation: {
      ...(typeof age === 'number' && { age }),
      ...(sex && { biologicalSex: sex }),
    },
    presentingComplaints: [complaintFinding(base, answers)],
    otherFeatures: fieldsFor(base, audience)
      .filter(({ id }) => !isSaidElsewhere(id))
      .flatMap((field) => {
        const answer = answers[field.id];
        return answer === undefined ? [] : findingsOf(field, answer);
      }),
  };
}

/** The sore leg, with its places as the model has the site of a finding; unsure while nobody said. */
function complaintFinding({ questions }: KnowledgeBase, answers: Answers): ClinicalFinding {
  const field = questions.find(({ id }) => id === fieldIds.complaint);
  if (!field) throw new Error(`question-missing: ${fieldIds.complaint}`);
  const answer = answers[field.id];
  const places = (field.options ?? [])
    .filter(({ value }) => Array.isArray(answer) && answer.includes(value))
    .map((option) => ({ ...optionConcept(field, option), name: option.clinician.en }));
  const concept = fieldConcept(field);
  return places.length === 0
    ? { ...concept, state: 'unsure', attributes: [] }
    : { ...concept, state: 'present', attributes: [{ ...concept, values: places }] };
}

function findingsOf(field: Field, answer: Answer): ClinicalFinding[] {
  if (typeof answer === 'number') {
    return [{ ...fieldConcept(field), state: 'present', attributes: [number(field, answer)] }];
  }
  const options = field.options ?? [];
  if (typeof answer !== 'string') {
    return options
      .filter(({ exclusive }) => !exclusive)
      .map((option) => ({
        ...optionConcept(field, option),
        state: answer.includes(option.value) ? 'present' : 'absent',
        attributes: [],
      }));
  }
  return options
    .filter(({ value }) => value === answer)
    .map((option) =>
      option.unknown
        ? { ...fieldConcept(field), state: 'unsure', attributes: [] }
        : { ...optionConcept(field, option), state: 'present', attributes: [] },
    );
}

function number(field: Field, answer: number): Concept & { value: Concept } {
  const name = describeAnswer(field, answer, { audience: 'clinician', language: 'en' });
  const value = { id: String(answer), name, standardOntologyUris: [] };
  return { ...fieldConcept(field), value };
}
