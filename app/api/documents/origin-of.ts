import { serverAddress } from '@/app/server-address';

/**
 * The site as the reader's browser knows it, for what is printed. A browser says it in `Origin`, as
 * long as no page of another site asks.
 */
export function originOf(request: Request): string {
  const origin = request.headers.get('origin');
  if (origin !== null && URL.canParse(origin)) return new URL(origin).origin;
  return serverAddress(request);
}
