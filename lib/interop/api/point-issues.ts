import type { z } from 'zod';
import type { PointedFault } from './parse-assess-request';

/** What a schema found, each with the JSON pointer to its field. */
export function pointIssues({ issues }: z.ZodError): PointedFault[] {
  return issues.map(({ path, message }) => ({
    pointer: path
      .map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`)
      .join(''),
    message,
  }));
}
