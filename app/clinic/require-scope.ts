import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { isForeign } from '@/app/api/intakes/is-foreign';
import { problem } from '@/app/api/intakes/problem';
import { authOf } from '@/lib/clinic/auth';
import { may, type Permission } from '@/lib/clinic/roles';
import type { Scope } from '@/lib/clinic/scope';
import { scopeOfSession } from '@/lib/clinic/session-scope';
import { connectDatabase } from '@/lib/intake/database';

/**
 * On whose behalf a page is made. Whoever is not signed in is sent to sign in first; whose role may
 * not see it, to a page that says so. What a script asks for may be a page that renews itself, and
 * keeps no session alive: `Presence` tells when somebody acts.
 */
export async function requireScope(permission?: Permission): Promise<Scope> {
  const sent = await headersNow();
  const scope = await readScope(sent, sent.get('sec-fetch-dest') === 'empty');
  if (!scope) redirect(`/sign-in?next=${encodeURIComponent(sent.get('x-surae-path') ?? '')}`);
  if (permission && !may(scope.role, permission)) redirect('/clinic/not-permitted');
  return scope;
}

/**
 * As `requireScope`, for a form that creates or changes something of a clinic. Where the session has
 * moved to another clinic since the form was made, nothing is done there: the list of the other
 * clinic is shown instead.
 */
export async function requireScopeOfForm(permission: Permission, form: FormData): Promise<Scope> {
  const scope = await requireScope(permission);
  if (form.get('clinicId') !== scope.clinicId) redirect('/clinic/worklist');
  return scope;
}

/** The headers of the request, with the cookies as an action before the page has left them. */
export async function headersNow(): Promise<Headers> {
  const sent = new Headers(await headers());
  sent.set('cookie', (await cookies()).toString());
  return sent;
}

/** Who is signed in; null where nobody is. */
export async function readScope(sent: Headers, isBackground = false): Promise<Scope | null> {
  const auth = await authOf();
  const found = await auth.api.getSession({ headers: sent });
  if (!found) return null;
  const { id, userId, createdAt } = found.session;
  const now = new Date();
  return scopeOfSession(await connectDatabase(), { id, userId, createdAt }, { isBackground, now });
}

/**
 * On whose behalf a request is made, or the refusal: sent by another site (403), by nobody (401),
 * or by somebody whose role may not (403).
 * @param background asked by a page by itself: that keeps no session alive
 */
export async function scopeOfRequest(
  request: Request,
  permission: Permission,
  { background = false }: { readonly background?: boolean } = {},
): Promise<Scope | Response> {
  if (request.method !== 'GET' && isForeign(request)) {
    return problem(403, 'Another site sent this');
  }
  const scope = await readScope(request.headers, background);
  if (!scope) return problem(401, 'Nobody is signed in');
  if (!may(scope.role, permission)) return problem(403, 'This is not for your role');
  return scope;
}
