/** What the operations of the description are put together from. */
import { z } from 'zod';

function schemaNamed(name: string) {
  return { $ref: `#/components/schemas/${name}` };
}

/** The JSON Schema of what a caller writes. */
export function toSchema(schema: z.ZodType) {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input' });
  return rest;
}

export function bodyOf(type: string, schema: string, example: unknown) {
  return { required: true, content: { [type]: { schema: schemaNamed(schema), example } } };
}

export function replyOf(description: string, type: string, schema: string) {
  return { description, content: { [type]: { schema: schemaNamed(schema) } } };
}

const meanings: Readonly<Record<number, string>> = {
  400: 'No JSON',
  401: 'No valid key',
  403: 'A key of another scope',
  404: 'The API is off',
  405: 'Another method; Allow names the right one',
  413: 'Longer than 64 kB',
  415: 'Another media type',
  422: 'Fields that are not valid',
  429: 'Too many requests in one minute; Retry-After says when',
  503: 'Keys cannot be looked up, or nothing assessed, just now',
};

export function problems(...statuses: readonly number[]) {
  return Object.fromEntries(
    statuses.map((status) => [
      String(status),
      replyOf(meanings[status] ?? '', 'application/problem+json', 'Problem'),
    ]),
  );
}
