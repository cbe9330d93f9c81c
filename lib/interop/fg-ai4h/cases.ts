/** Vignettes as benchmark cases; a benchmark's case as an input; an Assessment as its reply. */
import { type Answers, type Input, validateInput } from '@/lib/triage/answers';
import type { Assessment } from '@/lib/triage/assessment';
import type { KnowledgeBase } from '@/lib/triage/knowledge-base';
import type { Urgency } from '@/lib/triage/schema';
import { say } from '@/lib/triage/voice';
import type { BenchmarkCase, BenchmarkCondition, CaseData, Reply } from './case-format';
import { profileFields, toAnswers, toFindings } from './features';

/** What a benchmark case is made of. */
export interface Story {
  readonly name: string;
  readonly story: string;
  readonly provenance: { readonly source: string; readonly address?: string | undefined };
  readonly input: Input;
  readonly expected: {
    readonly urgency: Urgency;
    readonly condition: string;
    readonly alternatives?: readonly string[] | undefined;
    readonly notMissed?: readonly string[] | undefined;
  };
}

/**
 * Today, in this field, is the emergency department, a clot clinic or orthopaedics on call: the
 * benchmark's emergency care. What can wait a day is primary care, where it knows no more levels.
 */
const triageOf: Readonly<Record<Urgency, 'EC' | 'PC' | 'SC'>> = {
  'emergency-now': 'EC',
  'same-day': 'EC',
  'within-72h': 'PC',
  'within-2-weeks': 'PC',
  'routine-pt': 'PC',
  'self-care': 'SC',
};

/** The case, or why the format cannot hold it. */
export function toBenchmarkCase(
  base: KnowledgeBase,
  { name, story, provenance, input, expected }: Story,
  licence: string,
): { readonly benchmarkCase: BenchmarkCase } | { readonly reason: string } {
  const data = toCaseData(base, input.answers);
  if ('reason' in data) return data;
  const { source, address } = provenance;
  const others = [...(expected.alternatives ?? []), ...(expected.notMissed ?? [])];
  return {
    benchmarkCase: {
      caseId: name,
      metaData: {
        description: `${story}\n\nFrom: ${source}${address ? `, ${address}` : ''}`,
        caseCreator: `Surae vignettes, ${licence}`,
      },
      caseData: data.caseData,
      valuesToPredict: {
        expectedTriageLevel: triageOf[expected.urgency],
        expectedCondition: toCondition(base, expected.condition),
        otherRelevantDifferentials: [...new Set(others)].map((id) => toCondition(base, id)),
        impossibleConditions: [],
      },
    },
  };
}

export function toCaseData(
  base: KnowledgeBase,
  answers: Answers,
): { readonly caseData: CaseData } | { readonly reason: string } {
  const { [profileFields.age]: age, [profileFields.sex]: sex } = answers;
  if (typeof age !== 'number') return { reason: 'no age' };
  if (age < 18 || age > 99) return { reason: 'not between 18 and 99' };
  if (sex !== 'male' && sex !== 'female') return { reason: 'no biological sex' };
  const findings = toFindings(base, answers);
  const complaint =
    findings.find(({ id, state }) => state === 'present' && id.startsWith('pain-location/')) ??
    findings.find(({ state }) => state === 'present');
  if (!complaint) return { reason: 'nothing present' };
  return {
    caseData: {
      profileInformation: { age, biologicalSex: sex },
      presentingComplaints: [complaint],
      otherFeatures: findings.filter((one) => one !== complaint),
    },
  };
}

/** The input that a case tells; null where it tells nothing of this leg. */
export function toInput(base: KnowledgeBase, data: CaseData): Input | null {
  const told = toAnswers(base, [...data.presentingComplaints, ...data.otherFeatures]);
  if (Object.keys(told).length === 0) return null;
  const { age, biologicalSex } = data.profileInformation;
  const answers = { ...told, [profileFields.age]: age, [profileFields.sex]: biologicalSex };
  // Findings are a clinician's; without one it is a self-check.
  const isExamined = base.findings.some(({ id }) => id in told);
  const checked = validateInput(base, { audience: isExamined ? 'clinician' : 'patient', answers });
  return checked.ok ? checked.input : null;
}

/** More than ten differentials help nobody. */
const conditionsMax = 10;

/** The reply to a case; a case that is not about this leg is answered UNCERTAIN. */
export function toReply(assessment: Assessment | null): Reply {
  if (assessment === null || assessment.scope === 'out') {
    return { conditions: [], triage: 'UNCERTAIN' };
  }
  const conditions = assessment.ranking
    .filter(({ pinned, plausible, supports }) => pinned || plausible || supports.length > 0)
    .slice(0, conditionsMax)
    .map(({ condition, name }) => ({ id: condition, name }));
  return { conditions, triage: triageOf[assessment.urgency] };
}

function toCondition(base: KnowledgeBase, id: string): BenchmarkCondition {
  const condition = base.conditions.find((one) => one.id === id);
  if (!condition) throw new Error(`condition-missing: ${id}`);
  const { snomedCt, icd10cm = [] } = condition.codes;
  return {
    id,
    name: say(condition.name.clinician, { language: 'en' }),
    standardOntologyUris: [
      ...(snomedCt ? [`http://snomed.info/id/${snomedCt}`] : []),
      ...icd10cm.map((code) => `http://purl.bioontology.org/ontology/ICD10CM/${code}`),
    ],
  };
}
