/** The benchmark's `caseData` -> our answers. */
import type { Answer, Answers, Input } from '../../triage/answers';
import type { Finding, KnowledgeBase, Question } from '../../triage/knowledge-base';
import type { Option } from '../../triage/schema';
import { fieldIds } from './concepts';
import type { CaseData, ClinicalFinding } from './schema';

/** Findings by the id of their concept. */
type Findings = ReadonlyMap<string, ClinicalFinding>;

/**
 * What the findings answer, to be checked by `validateInput`; findings that we do not know are
 * passed over. Null where the complaint is none of this leg.
 */
export function fromCaseData(base: KnowledgeBase, caseData: CaseData): Input | null {
  const { profileInformation, presentingComplaints, otherFeatures } = caseData;
  const [complaint] = presentingComplaints;
  if (complaint?.id !== fieldIds.complaint) return null;
  const findings: Findings = new Map(otherFeatures.map((finding) => [finding.id, finding]));
  const answersTo = (fields: readonly (Question | Finding)[]): Answers =>
    Object.fromEntries(
      fields.flatMap((field) => {
        const answer = answerOf(field, findings);
        return answer === undefined ? [] : [[field.id, answer]];
      }),
    );
  const examined = answersTo(base.findings);
  const { age, biologicalSex } = profileInformation;
  const places = placesOf(complaint);
  return {
    audience: Object.keys(examined).length > 0 ? 'clinician' : 'patient',
    answers: {
      ...answersTo(base.questions),
      ...examined,
      ...(places.length > 0 && { [fieldIds.complaint]: places }),
      ...(age !== undefined && { [fieldIds.age]: age }),
      ...(biologicalSex && { [fieldIds.sex]: biologicalSex }),
    },
  };
}

function placesOf({ id, attributes }: ClinicalFinding): string[] {
  return attributes
    .filter((attribute) => attribute.id === id)
    .flatMap((attribute) => ('values' in attribute ? attribute.values : [attribute.value]))
    .map((value) => value.id.slice(`${id}.`.length));
}

/**
 * A multiple choice is answered by what is present: an unsure option beside it cannot be said in
 * our questionnaire and is lost, because to leave the question open would lose what is present.
 */
function answerOf(field: Question | Finding, findings: Findings): Answer | undefined {
  const options = field.options ?? [];
  const stateOf = ({ value }: Option) => findings.get(`${field.id}.${value}`)?.state;
  const present = options.filter((option) => stateOf(option) === 'present');
  const whole = findings.get(field.id);
  switch (field.type) {
    case 'number':
      return whole?.state === 'present' ? numberOf(whole) : undefined;
    case 'single':
      return (present[0] ?? unsureOption(options, whole))?.value;
    case 'multiple':
      return listOf(present.length > 0 ? present : deniedBy(options, stateOf));
  }
}

function numberOf({ attributes }: ClinicalFinding): number | undefined {
  const [attribute] = attributes;
  return attribute && 'value' in attribute ? Number(attribute.value.id) : undefined;
}

function unsureOption(options: readonly Option[], whole: ClinicalFinding | undefined) {
  return whole?.state === 'unsure' ? options.find(({ unknown }) => unknown) : undefined;
}

/** "None of these", where each of them was denied: an unsure one denies nothing. */
function deniedBy(
  options: readonly Option[],
  stateOf: (option: Option) => ClinicalFinding['state'] | undefined,
): Option[] {
  const claims = options.filter(({ exclusive }) => !exclusive);
  const areDenied = claims.every((option) => stateOf(option) === 'absent');
  return areDenied ? options.filter(({ exclusive }) => exclusive).slice(0, 1) : [];
}

function listOf(options: readonly Option[]): string[] | undefined {
  return options.length > 0 ? options.map(({ value }) => value) : undefined;
}
