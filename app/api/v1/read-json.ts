import { readBody } from '@/app/api/intakes/read-body';
import { parseJson } from '@/lib/interop/api/assess-lines';
import { problem } from './problem';

type Read =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly response: Response };

/** The JSON of the body, or why there is none: 415, 413 or 400. */
export async function readJson(request: Request): Promise<Read> {
  if (!hasMediaType(request, 'application/json')) {
    return refused(415, 'The body is not application/json', { Accept: 'application/json' });
  }
  const text = await readBody(request);
  if (text === null) return refused(413, 'The body is longer than 64 kB');
  const value = parseJson(text);
  return value === undefined ? refused(400, 'The body is no JSON') : { ok: true, value };
}

export function hasMediaType({ headers }: Request, type: string): boolean {
  return headers.get('content-type')?.split(';', 1)[0]?.trim().toLowerCase() === type;
}

function refused(status: number, title: string, headers = {}): Read {
  return { ok: false, response: problem(status, title, [], headers) };
}
