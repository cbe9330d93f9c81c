/**
 * Called by Next once, when a server starts. With a wrong setting it does not: `npm start` has looked
 * before, but a server may be started by other means, or with an `.env` of Next's own.
 */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { refuseWrongSettings } = await import('./lib/settings/refuse-wrong-settings');
  refuseWrongSettings();
  const { keepErasingExpired } = await import('./lib/intake/keep-erasing-expired');
  keepErasingExpired();
}
