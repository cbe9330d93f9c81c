/** Called by Next once, when a server starts. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { keepErasingExpired } = await import('./lib/intake/keep-erasing-expired');
  keepErasingExpired();
}
