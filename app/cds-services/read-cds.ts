import type { z } from 'zod';
import { readBody } from '@/app/api/intakes/read-body';
import { problem } from '@/app/api/v1/problem';
import { hasMediaType } from '@/app/api/v1/read-json';
import { parseJson } from '@/lib/interop/api/answer-text';
import { pointIssues } from '@/lib/interop/api/point-issues';

/** What is prefetched may be a whole record. */
const bodyBytesMax = 4 * 1024 * 1024;

/** The body as the schema reads it, or why not: 415, 413, 400. */
export async function readCds<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
): Promise<{ readonly value: z.infer<Schema> } | Response> {
  if (!hasMediaType(request, 'application/json')) {
    return problem(415, 'The body is not application/json');
  }
  const text = await readBody(request, bodyBytesMax);
  if (text === null) return problem(413, 'The body is longer than 4 MB');
  const value = parseJson(text);
  if (value === undefined) return problem(400, 'The body is no JSON');
  const parsed = schema.safeParse(value);
  if (parsed.success) return { value: parsed.data };
  return problem(400, 'The request is not valid', pointIssues(parsed.error));
}
