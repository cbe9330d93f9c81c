/**
 * Pages of any other site may ask: what they may see hangs on the key or token that they show, and
 * never on a cookie.
 */
const allowed = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'Location, ETag, Retry-After, WWW-Authenticate',
};

/** The answer, for a page of any origin to read. */
export function crossOrigin(response: Response): Response {
  for (const [name, value] of Object.entries(allowed)) response.headers.set(name, value);
  return response;
}

/** The answer to a preflight. `Authorization` has to be named: a wildcard does not cover it. */
export function answerPreflight(methods: string): () => Response {
  return () =>
    new Response(null, {
      status: 204,
      headers: {
        ...allowed,
        'Access-Control-Allow-Methods': methods,
        'Access-Control-Allow-Headers': 'Authorization, Content-Type, Accept, Prefer',
        'Access-Control-Max-Age': '600',
      },
    });
}
