/**
 * The case format of the ITU/WHO Focus Group AI for Health, topic group Symptom: its Berlin model,
 * defined once. It follows `src/data/caseSets/berlinModel.schema.json` of
 * FG-AI4H-TG-Symptom/fgai4h-tg-symptom-benchmarking-frontend and, for what that schema lists by
 * name, the generic form `scripts/schemas/berlin-model-generic.schema.json` of
 * FG-AI4H-TG-Symptom/fgai4h-tg-symptom-assessment-mmvb-backend, at these commits.
 */
import { z } from 'zod';

export const berlinModel = {
  name: 'ITU/WHO FG-AI4H, topic group Symptom, Berlin model',
  frontendCommit: '0157e1b91721ad93e94af6b9176f53b198a3e681',
  backendCommit: '917eabbf3c0e3fca0b6c1963f48a1d7b3c06f6f5',
} as const;

export const concept = z.strictObject({
  id: z.string().min(1),
  name: z.string().min(1),
  standardOntologyUris: z.array(z.url()),
});

/** One value, or several where several can hold. */
const attribute = z.union([
  concept.extend({ scope: z.string().optional(), value: concept }),
  concept.extend({ scope: z.string().optional(), values: z.array(concept).min(1) }),
]);

const clinicalFinding = concept.extend({
  state: z.enum(['present', 'absent', 'unsure']),
  attributes: z.array(attribute).default([]),
});

export const biologicalSexes = ['male', 'female'] as const;
const biologicalSex = z.enum(biologicalSexes);

const profileInformation = z.strictObject({ age: z.number().min(18).max(99), biologicalSex });

/** Children too, and people whose age or sex nobody told: the model has no place for them. */
const anyProfile = z.strictObject({
  age: z.number().min(0).optional(),
  biologicalSex: biologicalSex.optional(),
});

const caseData = z.strictObject({
  profileInformation,
  presentingComplaints: z.array(clinicalFinding).length(1),
  otherFeatures: z.array(clinicalFinding),
});
const anyCaseData = caseData.extend({ profileInformation: anyProfile });

export const triageLevels = ['EC', 'PC', 'SC'] as const;
const triageLevel = z.enum(triageLevels);

const benchmarkCase = z.strictObject({
  metaData: z.strictObject({
    name: z.string().min(1).max(50),
    description: z.string().min(1).optional(),
    caseCreator: z.string().min(1).optional(),
    spreadsheetCaseId: z.string().min(1).optional(),
  }),
  caseData,
  valuesToPredict: z.strictObject({
    expectedTriageLevel: triageLevel,
    expectedCondition: concept,
    otherRelevantDifferentials: z.array(concept),
    impossibleConditions: z.array(concept),
    correctCondition: concept.optional(),
  }),
});
const anyCase = benchmarkCase.extend({ caseData: anyCaseData });

/** To the letter of the model. */
export const caseSet = z.strictObject({
  id: z.string().min(1).optional(),
  name: z.string().min(1),
  cases: z.array(benchmarkCase).min(1),
});
export const anyCaseSet = caseSet.extend({ cases: z.array(anyCase) });

/** What is posted to `/solve-case`; the benchmark names the implementation that it asks. */
export const solveCaseRequest = z.looseObject({ caseData: anyCaseData });

/** The answer to it: the likeliest condition first. */
export const solveCaseReply = z.strictObject({
  triage: z.enum([...triageLevels, 'UNCERTAIN']),
  conditions: z.array(concept),
});

export type Concept = z.infer<typeof concept>;
export type ClinicalFinding = z.infer<typeof clinicalFinding>;
export type CaseData = z.infer<typeof anyCaseData>;
export type BenchmarkCase = z.infer<typeof anyCase>;
export type TriageLevel = (typeof triageLevels)[number];
export type SolveCaseReply = z.infer<typeof solveCaseReply>;
