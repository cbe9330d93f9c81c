/**
 * The site as the reader's browser knows it, for what is printed. A browser says it in `Origin`; a
 * proxy in front says which host was asked for.
 */
export function originOf({ headers, url }: Request): string {
  const origin = headers.get('origin');
  if (origin !== null && URL.canParse(origin)) return new URL(origin).origin;
  const protocol = headers.get('x-forwarded-proto') ?? new URL(url).protocol.replace(':', '');
  const host = headers.get('x-forwarded-host') ?? headers.get('host') ?? new URL(url).host;
  return `${protocol}://${host}`;
}
