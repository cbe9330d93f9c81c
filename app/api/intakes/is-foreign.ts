/**
 * Whether a page of another site sent this. A browser names that site in `Origin`, and no page can
 * make it say otherwise; a program that is no browser needs no such protection. A proxy in front
 * of the server may have put the host that was asked for into `X-Forwarded-Host`.
 */
export function isForeign({ headers }: Request): boolean {
  const origin = headers.get('origin');
  if (origin === null) return headers.get('sec-fetch-site') === 'cross-site';
  if (!URL.canParse(origin)) return true;
  const { host } = new URL(origin);
  return host !== headers.get('host') && host !== headers.get('x-forwarded-host');
}
