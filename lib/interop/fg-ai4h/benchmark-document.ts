/** The vignettes as a public benchmark: cases, and all that another symptom checker needs for them. */
import { fieldsFor } from '../../triage/answers';
import type { Finding, KnowledgeBase, Question } from '../../triage/knowledge-base';
import { type BenchmarkDocument, benchmarkDocument } from './benchmark-schema';
import { conditionConcept, fieldConcept, optionConcept } from './concepts';
import { berlinModel, caseSet } from './schema';
import { type ExpectedCase, toCase } from './to-case';
import { triageLevelOf } from './triage-level';

export interface BenchmarkVignette extends ExpectedCase {
  readonly split: 'development' | 'validation';
  readonly provenance: BenchmarkDocument['extensions'][string]['provenance'];
  readonly unsaid?: string[] | undefined;
  readonly expected: ExpectedCase['expected'] & {
    readonly lowest: BenchmarkDocument['extensions'][string]['urgency']['lowest'];
    readonly highest: BenchmarkDocument['extensions'][string]['urgency']['highest'];
  };
}

const title = 'Surae: a sore calf, Achilles tendon or heel';
const formatNote =
  'caseSet follows the model to the letter. caseSetBeyondTheModel holds children, and people whose sex nobody told, in the same form. A finding that is not there is unknown, never absent; the absence of all options of a question is its "none of these".';
const licenceNote =
  'Stories and expected results were written by the Surae project from the sources that extensions.*.provenance names; the licence covers what was written, not those sources. No clinician has reviewed the cases yet.';

/** Throws where what it made is not of its own schema: nothing else is handed out. */
export function makeBenchmarkDocument(
  base: KnowledgeBase,
  vignettes: readonly BenchmarkVignette[],
): BenchmarkDocument {
  const cases = vignettes.map((vignette) => toCase(base, vignette));
  const isOfTheModel = (one: (typeof cases)[number]) =>
    caseSet.shape.cases.element.safeParse(one).success;
  const { version, hash } = base;
  return benchmarkDocument.parse({
    format: { ...berlinModel, note: formatNote },
    licence: { spdx: 'Apache-2.0', note: licenceNote },
    knowledgeBase: { version, hash },
    triageLevels: triageLevelOf,
    features: usedFeatures(base, vignettes).map(describeFeature),
    conditions: usedConditions(base, cases),
    caseSet: { name: title, cases: cases.filter(isOfTheModel) },
    caseSetBeyondTheModel: {
      name: `${title}; people for whom the model has no place`,
      cases: cases.filter((one) => !isOfTheModel(one)),
    },
    extensions: Object.fromEntries(vignettes.map((one) => [one.name, extend(one)])),
  });
}

function extend({ split, provenance, input, expected, unsaid }: BenchmarkVignette) {
  const { urgency: level, lowest, highest, alternatives, notMissed } = expected;
  return {
    split,
    provenance,
    audience: input.audience,
    urgency: { expected: level, lowest, highest },
    alternatives,
    notMissed,
    unsaid,
  };
}

function usedFeatures(base: KnowledgeBase, vignettes: readonly BenchmarkVignette[]) {
  const answered = new Set(vignettes.flatMap(({ input }) => Object.keys(input.answers)));
  return fieldsFor(base, 'clinician').filter(({ id }) => answered.has(id));
}

function describeFeature(field: Question | Finding) {
  const { type, unit, minimum, maximum, options } = field;
  return {
    ...fieldConcept(field),
    patient: 'patient' in field ? field.patient.en : field.name.en,
    type,
    unit: unit?.en,
    minimum,
    maximum,
    options: options?.map((option) => ({
      ...optionConcept(field, option),
      patient: option.patient.en,
      exclusive: option.exclusive,
      unknown: option.unknown,
    })),
  };
}

function usedConditions(base: KnowledgeBase, cases: readonly ReturnType<typeof toCase>[]) {
  const used = new Set(
    cases.flatMap(({ valuesToPredict: { expectedCondition, otherRelevantDifferentials } }) =>
      [expectedCondition, ...otherRelevantDifferentials].map(({ id }) => id),
    ),
  );
  return base.conditions
    .filter(({ id }) => used.has(id))
    .map((condition) => ({
      ...conditionConcept(condition),
      icd10cm: condition.codes.icd10cm ?? [],
    }));
}
