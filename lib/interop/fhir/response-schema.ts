/** The form of a QuestionnaireResponse, as far as we read it. */
import { z } from 'zod';

const extension = z.looseObject({ url: z.string(), valueCode: z.string().optional() });

const coding = z.looseObject({ system: z.string().optional(), code: z.string().optional() });

const answerSchema = z.looseObject({
  valueCoding: coding.optional(),
  valueDecimal: z.number().optional(),
  valueInteger: z.number().optional(),
  valueQuantity: z
    .looseObject({
      value: z.number().optional(),
      comparator: z.string().optional(),
      unit: z.string().optional(),
      system: z.string().optional(),
      code: z.string().optional(),
    })
    .optional(),
  get item() {
    return z.array(itemSchema).optional();
  },
});

/** It could turn the meaning of an element round. */
const modifierExtension = z
  .undefined({ error: 'a modifier extension is not supported' })
  .optional();

const itemSchema = z.looseObject({
  modifierExtension,
  linkId: z.string(),
  extension: z.array(extension).optional(),
  answer: z.array(answerSchema).optional(),
  get item(): z.ZodOptional<z.ZodArray<z.ZodType<ResponseItem>>> {
    return z.array(itemSchema).optional();
  },
});

export type ResponseAnswer = z.infer<typeof answerSchema>;
export interface ResponseItem {
  readonly linkId: string;
  readonly extension?: readonly z.infer<typeof extension>[] | undefined;
  readonly answer?: readonly ResponseAnswer[] | undefined;
  readonly item?: readonly ResponseItem[] | undefined;
}

/** Who the answers are about, as the sender names them. */
export const subjectSchema = z.looseObject({
  reference: z.string().optional(),
  identifier: z
    .looseObject({ system: z.string().optional(), value: z.string().optional() })
    .optional(),
});

export const responseSchema = z.looseObject({
  resourceType: z.literal('QuestionnaireResponse'),
  modifierExtension,
  implicitRules: z.undefined({ error: 'implicit rules are not supported' }).optional(),
  identifier: z.looseObject({ value: z.string().optional() }).optional(),
  questionnaire: z.string().optional(),
  status: z.enum(['in-progress', 'completed', 'amended', 'entered-in-error', 'stopped']),
  subject: subjectSchema.optional(),
  authored: z.string().optional(),
  item: z.array(itemSchema).optional(),
});
