import type { z } from 'zod';
import type { FhirFault } from './fault';

/** What a schema found, each with the FHIRPath to its element. */
export function faultsOf({ issues }: z.ZodError, at: string): FhirFault[] {
  return issues.map(({ path, message }) => ({
    expression:
      at +
      path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join(''),
    code: 'structure',
    message,
  }));
}
