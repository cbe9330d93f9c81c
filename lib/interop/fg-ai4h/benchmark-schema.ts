/** The form of the exported benchmark. */
import { z } from 'zod';
import { urgencyLevels } from '../../triage/schema';
import { anyCaseSet, caseSet, concept, triageLevels } from './schema';

const urgency = z.enum(urgencyLevels);
const ids = z.array(z.string()).optional();

/** What a vignette says that the case format has no place for. */
const extension = z.strictObject({
  split: z.enum(['development', 'validation']),
  provenance: z.strictObject({
    kind: z.string(),
    source: z.string(),
    address: z.string().optional(),
    note: z.string().optional(),
  }),
  audience: z.enum(['patient', 'clinician']),
  urgency: z.strictObject({ expected: urgency, lowest: urgency, highest: urgency }),
  /** As good in the first place, given only these answers. */
  alternatives: ids,
  /** Dangers that have to be named, or said to be excluded. */
  notMissed: ids,
  /** What matters and cannot be said in the features. */
  unsaid: ids,
});

export const benchmarkDocument = z.strictObject({
  format: z.strictObject({
    name: z.string(),
    frontendCommit: z.string(),
    backendCommit: z.string(),
    note: z.string(),
  }),
  licence: z.strictObject({ spdx: z.string(), note: z.string() }),
  knowledgeBase: z.strictObject({ version: z.string(), hash: z.string() }),
  triageLevels: z.record(urgency, z.enum(triageLevels)),
  features: z.array(
    concept.extend({
      patient: z.string(),
      type: z.enum(['single', 'multiple', 'number']),
      unit: z.string().optional(),
      minimum: z.number().optional(),
      maximum: z.number().optional(),
      options: z
        .array(
          concept.extend({
            patient: z.string(),
            exclusive: z.literal(true).optional(),
            unknown: z.literal(true).optional(),
          }),
        )
        .optional(),
    }),
  ),
  conditions: z.array(concept.extend({ icd10cm: z.array(z.string()) })),
  /** To the letter of the Berlin model. */
  caseSet,
  /** The same form, and people for whom the model has no place. */
  caseSetBeyondTheModel: anyCaseSet,
  /** By `metaData.spreadsheetCaseId`. */
  extensions: z.record(z.string(), extension),
});

export type BenchmarkDocument = z.infer<typeof benchmarkDocument>;
