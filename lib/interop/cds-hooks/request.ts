/** What a CDS client posts, as far as we read it. */
import { z } from 'zod';

const id = z.string().regex(/^[A-Za-z0-9.-]{1,64}$/, 'is no FHIR id');

const requestSchema = z.looseObject({
  hook: z.string(),
  hookInstance: z.string().min(1).max(200),
  fhirServer: z.string().optional(),
  context: z.looseObject({
    patientId: id,
    userId: z.string().optional(),
    draftOrders: z.looseObject({ resourceType: z.literal('Bundle') }).optional(),
  }),
  prefetch: z.record(z.string(), z.unknown()).nullish(),
});

export type CdsRequest = z.infer<typeof requestSchema>;

export type HookName = 'patient-view' | 'order-sign';

/** A request of one hook; `order-sign` brings the orders. */
export function requestSchemaFor(hook: HookName) {
  return requestSchema
    .refine((request) => request.hook === hook, {
      path: ['hook'],
      error: `this service is for ${hook}`,
    })
    .refine((request) => hook !== 'order-sign' || request.context.draftOrders !== undefined, {
      path: ['context', 'draftOrders'],
      error: 'a Bundle is needed',
    });
}
