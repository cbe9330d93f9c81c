import type { PointedFault } from '@/lib/interop/api/parse-assess-request';

/** What went wrong, as problem details (RFC 9457); each error points at its field (RFC 6901). */
export function problem(
  status: number,
  title: string,
  errors: readonly PointedFault[] = [],
  headers: Readonly<Record<string, string>> = {},
): Response {
  return Response.json(
    { type: 'about:blank', title, status, errors },
    {
      status,
      headers: {
        'Content-Type': 'application/problem+json',
        'Cache-Control': 'no-store',
        ...headers,
      },
    },
  );
}

/** Nobody was there to make the Assessment. */
export function notAssessed(): Response {
  return problem(503, 'Not assessed just now; trying again is safe', [], { 'Retry-After': '1' });
}
