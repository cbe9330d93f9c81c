import type { FhirResource, OperationOutcomeIssue } from 'fhir/r4';
import { crossOrigin } from '@/app/cross-origin';
import type { FhirFault } from '@/lib/interop/fhir/fault';
import { refusalOutcome, toOperationOutcome } from '@/lib/interop/fhir/operation-outcome';

export const fhirJson = 'application/fhir+json';

/** A resource, which nobody on the way keeps. */
export function answerFhir(
  resource: FhirResource,
  status = 200,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return crossOrigin(
    new Response(JSON.stringify(resource), {
      status,
      headers: {
        'Content-Type': `${fhirJson}; charset=utf-8`,
        'Cache-Control': 'no-store',
        ...headers,
      },
    }),
  );
}

/** An OperationOutcome about the request as a whole. */
export function refuseFhir(
  status: number,
  code: OperationOutcomeIssue['code'],
  message: string,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return answerFhir(refusalOutcome(code, message), status, headers);
}

/** An OperationOutcome that names each element at fault. */
export function answerFaults(faults: readonly FhirFault[]): Response {
  return answerFhir(toOperationOutcome(faults), 422);
}
