/** 204 while this process answers, whatever the database does. */
export function GET(): Response {
  return new Response(null, { status: 204 });
}
