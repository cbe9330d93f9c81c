import { z } from 'zod';

const reference = z.looseObject({ reference: z.string().optional() }).optional();

const coding = z.looseObject({
  system: z.string().optional(),
  code: z.string().optional(),
  display: z.string().optional(),
});

const conceptSchema = z.looseObject({
  coding: z.array(coding).optional(),
  text: z.string().optional(),
});

export type Concept = z.infer<typeof conceptSchema>;

const resourceSchema = z.looseObject({
  resourceType: z.string(),
  id: z.string().optional(),
  status: z.string().optional(),
  subject: reference,
  authored: z.string().optional(),
  birthDate: z.string().optional(),
  verificationStatus: conceptSchema.optional(),
  clinicalStatus: conceptSchema.optional(),
  code: conceptSchema.optional(),
  orderDetail: z.array(conceptSchema).optional(),
  medicationCodeableConcept: conceptSchema.optional(),
  codeCodeableConcept: conceptSchema.optional(),
});

export type RecordResource = z.infer<typeof resourceSchema>;

const bundleSchema = z.looseObject({
  resourceType: z.literal('Bundle'),
  entry: z.array(z.looseObject({ resource: z.unknown().optional() })).optional(),
});

/**
 * The resources in what was prefetched, a Bundle or one alone. What is of no form that we know, is
 * about somebody else or was entered in error is passed over: it is unknown.
 */
export function resourcesIn(value: unknown, patientId: string): RecordResource[] {
  const bundle = bundleSchema.safeParse(value);
  const list = bundle.success ? (bundle.data.entry ?? []).map(({ resource }) => resource) : [value];
  return list.flatMap((one) => {
    const parsed = resourceSchema.safeParse(one);
    if (!parsed.success || !isAbout(parsed.data, patientId)) return [];
    const codes = (parsed.data.verificationStatus?.coding ?? []).map(({ code }) => code);
    const isError = [parsed.data.status, ...codes].some((code) => code === 'entered-in-error');
    return isError || codes.includes('refuted') ? [] : [parsed.data];
  });
}

function isAbout({ subject }: RecordResource, patientId: string): boolean {
  const named = subject?.reference;
  if (named === undefined) return true;
  return named === `Patient/${patientId}` || named.endsWith(`/Patient/${patientId}`);
}
