/** Where this server is reached, without a slash at its end: a proxy in front says which host was asked for. */
export function serverAddress({ headers, url }: Request): string {
  const protocol = headers.get('x-forwarded-proto') ?? new URL(url).protocol.replace(':', '');
  const host = headers.get('x-forwarded-host') ?? headers.get('host') ?? new URL(url).host;
  return `${protocol}://${host}`;
}
