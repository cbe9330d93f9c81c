/**
 * Cases as the ITU/WHO Focus Group on AI for Health writes them for its symptom-assessment
 * benchmark: the Berlin model, `schemas/berlin-model-generic.schema.json` of
 * FG-AI4H-TG-Symptom/fgai4h-tg-symptom-models-schemas at commit 1d5abd7. It admits adults of known
 * sex only, and no field beside its own.
 */
import { z } from 'zod';

const named = {
  id: z.string(),
  name: z.string(),
  /** Only codes that are certain. */
  standardOntologyUris: z.array(z.url()),
};

const attribute = z.strictObject({
  ...named,
  scope: z.string().optional(),
  value: z.strictObject(named),
});

const clinicalFinding = z.strictObject({
  ...named,
  state: z.enum(['present', 'absent', 'unsure']),
  attributes: z.array(attribute).optional(),
});

const condition = z.strictObject(named);

export const caseData = z.strictObject({
  profileInformation: z.strictObject({
    age: z.number().min(18).max(99),
    biologicalSex: z.enum(['male', 'female']),
  }),
  presentingComplaints: z.array(clinicalFinding).length(1),
  otherFeatures: z.array(clinicalFinding),
});

export const caseSet = z.strictObject({
  caseSetName: z.string().min(1),
  cases: z
    .array(
      z.strictObject({
        caseId: z.string().min(1),
        metaData: z.strictObject({
          description: z.string().min(1),
          caseCreator: z.string().min(1).optional(),
          spreadsheetCaseId: z.string().min(1).optional(),
        }),
        caseData,
        valuesToPredict: z.strictObject({
          expectedTriageLevel: z.enum(['EC', 'PC', 'SC']),
          expectedCondition: condition,
          otherRelevantDifferentials: z.array(condition),
          impossibleConditions: z.array(condition),
          correctCondition: condition.optional(),
        }),
      }),
    )
    .min(1),
});

/** What a symptom checker answers: the likely conditions, and how urgent it is. */
export const reply = z.strictObject({
  conditions: z.array(z.strictObject({ id: z.string(), name: z.string() })),
  triage: z.enum(['EC', 'PC', 'SC', 'UNCERTAIN']),
});

export type CaseData = z.infer<typeof caseData>;
export type CaseSet = z.infer<typeof caseSet>;
export type BenchmarkCase = CaseSet['cases'][number];
export type ClinicalFinding = z.infer<typeof clinicalFinding>;
export type BenchmarkCondition = z.infer<typeof condition>;
export type Reply = z.infer<typeof reply>;
