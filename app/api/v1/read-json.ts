import { readBody } from '@/app/api/intakes/read-body';
import { parseJson } from '@/lib/interop/api/answer-text';
import { problem } from './problem';

type Read<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly response: Response };

/** The JSON of the body, or why there is none: 415, 413 or 400. */
export async function readJson(request: Request): Promise<Read<unknown>> {
  const text = await readJsonText(request);
  if (!text.ok) return text;
  const value = parseJson(text.value);
  return value === undefined ? { ok: false, response: noJson() } : { ok: true, value };
}

/** The body, which may be JSON, or why it is not read: 415 or 413. */
export async function readJsonText(request: Request): Promise<Read<string>> {
  if (!hasMediaType(request, 'application/json')) {
    const headers = { Accept: 'application/json' };
    const response = problem(415, 'The body is not application/json', [], headers);
    return { ok: false, response };
  }
  const text = await readBody(request);
  if (text !== null) return { ok: true, value: text };
  return { ok: false, response: problem(413, 'The body is longer than 64 kB') };
}

export function noJson(): Response {
  return problem(400, 'The body is no JSON');
}

export function hasMediaType({ headers }: Request, type: string): boolean {
  return headers.get('content-type')?.split(';', 1)[0]?.trim().toLowerCase() === type;
}
