import type { OperationOutcome, OperationOutcomeIssue } from 'fhir/r4';
import type { FhirFault } from './fault';

/** An OperationOutcome that names each element at fault by its FHIRPath. */
export function toOperationOutcome(faults: readonly FhirFault[]): OperationOutcome {
  return outcome(
    faults.map(({ code, message, expression }) => ({
      severity: 'error',
      code,
      diagnostics: message,
      expression: [expression],
    })),
  );
}

/** An OperationOutcome about the request as a whole. */
export function refusalOutcome(
  code: OperationOutcomeIssue['code'],
  message: string,
): OperationOutcome {
  return outcome([{ severity: 'error', code, diagnostics: message }]);
}

function outcome(issue: OperationOutcomeIssue[]): OperationOutcome {
  return { resourceType: 'OperationOutcome', issue };
}
