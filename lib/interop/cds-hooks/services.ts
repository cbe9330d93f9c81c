/** What a CDS client discovers. */
import { audiences } from '../../triage/answers';
import { canonicalOf, questionnaireIds } from '../fhir/canonical';
import type { CardWords } from './card';
import type { HookName } from './request';

export const serviceIds = ['surae-patient-view', 'surae-order-sign'] as const;
export type ServiceId = (typeof serviceIds)[number];

export const hookOf: Readonly<Record<ServiceId, HookName>> = {
  'surae-patient-view': 'patient-view',
  'surae-order-sign': 'order-sign',
};

const forms = audiences
  .map((audience) => canonicalOf('Questionnaire', questionnaireIds[audience]))
  .join(',');

/** Each can be left out by a client: what is not there is unknown. */
const prefetch = {
  patient: 'Patient/{{context.patientId}}',
  responses: `QuestionnaireResponse?patient={{context.patientId}}&questionnaire=${forms}&_sort=-authored&_count=10`,
  conditions: 'Condition?patient={{context.patientId}}&clinical-status=active',
  medications: 'MedicationRequest?patient={{context.patientId}}&status=active',
} as const;

export type PrefetchKey = keyof typeof prefetch;

/** The body of the discovery endpoint. */
export function describeServices({ patientView, orderSign }: CardWords) {
  const textOf = { 'patient-view': patientView, 'order-sign': orderSign };
  return {
    services: serviceIds.map((id) => {
      const hook = hookOf[id];
      const { title, description } = textOf[hook];
      return { hook, id, title, description, prefetch };
    }),
  };
}
