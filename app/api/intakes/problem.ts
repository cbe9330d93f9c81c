import type { InputFault } from '@/lib/triage/answers';

/** An error as RFC 9457 has it, naming the fields where there are any. */
export function problem(
  status: number,
  title: string,
  errors: readonly InputFault[] = [],
  headers: Readonly<Record<string, string>> = {},
): Response {
  return Response.json(
    { title, status, errors },
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
