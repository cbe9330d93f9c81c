/** Requests as a CDS client makes them. */
import type { Bundle, FhirResource, QuestionnaireResponse } from 'fhir/r4';
import type { CdsRequest } from '@/lib/interop/cds-hooks/request';

export const patientId = 'p1';

export function bundle(...resources: FhirResource[]): Bundle {
  return {
    resourceType: 'Bundle',
    type: 'searchset',
    entry: resources.map((resource) => ({ resource })),
  };
}

export function about<Resource extends object>(resource: Resource, patient = patientId) {
  return { ...resource, subject: { reference: `Patient/${patient}` } };
}

export function patientView(
  responses: readonly QuestionnaireResponse[],
  more: Record<string, FhirResource> = {},
): CdsRequest {
  return {
    hook: 'patient-view',
    hookInstance: 'd1577c69-dfbe-44ad-ba6d-3e05e953b2ea',
    context: { userId: 'Practitioner/1', patientId },
    prefetch: { responses: bundle(...responses), ...more },
  };
}

export function orderSign(
  responses: readonly QuestionnaireResponse[],
  orders: readonly FhirResource[],
): CdsRequest {
  const { hookInstance, context, prefetch } = patientView(responses);
  const draftOrders = { ...bundle(...orders) };
  return { hook: 'order-sign', hookInstance, context: { ...context, draftOrders }, prefetch };
}

export function serviceOrder(id: string, text: string): FhirResource {
  return about({
    resourceType: 'ServiceRequest' as const,
    id,
    status: 'draft' as const,
    intent: 'order' as const,
    code: { text },
  });
}

export function medicineOrder(id: string, display: string, status = 'draft'): FhirResource {
  return JSON.parse(
    JSON.stringify(
      about({
        resourceType: 'MedicationRequest',
        id,
        status,
        intent: 'order',
        medicationCodeableConcept: {
          coding: [{ system: 'http://www.nlm.nih.gov/research/umls/rxnorm', code: '0', display }],
        },
      }),
    ),
  );
}
