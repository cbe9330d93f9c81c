import { type NextRequest, NextResponse } from 'next/server';

/** Gives every page a fresh nonce: only scripts that carry it run, and nothing from elsewhere. */
export function proxy(request: NextRequest): NextResponse {
  const policy = contentSecurityPolicy(crypto.randomUUID());
  const headers = new Headers(request.headers);
  headers.set('Content-Security-Policy', policy);
  // Pages do not know their own address: whoever signs in goes back to it.
  headers.set('x-surae-path', request.nextUrl.pathname);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('Content-Security-Policy', policy);
  return response;
}

export const config = {
  matcher:
    '/((?!_next/static|_next/image|api/v1/(?:assess|knowledge|live|openapi)|solve-case|fhir/|cds-services).*)',
};

function contentSecurityPolicy(nonce: string): string {
  // React and Turbopack use eval and inline styles to show errors while developing.
  const developing = process.env.NODE_ENV === 'development';
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${developing ? " 'unsafe-eval'" : ''}`,
    developing ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}
