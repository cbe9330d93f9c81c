import { z } from 'zod';
import { may } from '@/lib/clinic/roles';
import type { Scope } from '@/lib/clinic/scope';
import { frontDeskViews, type WorklistAsked } from '@/lib/clinic/worklist';
import { views } from '@/lib/clinic/worklist-orders';
import { urgencyLevels } from '@/lib/triage/schema';

/** What an address can ask for; what it does not understand, it leaves out. */
const askedSchema = z.object({
  view: z.enum(views).catch('open'),
  search: z.string().max(100).catch(''),
  urgency: z.enum(urgencyLevels).nullable().catch(null),
  after: z.string().max(120).nullable().catch(null),
});

export type Parameters = Readonly<Record<string, string | string[] | undefined>>;

/** What is asked for, as far as the role may. */
export function readAsked(parameters: Parameters, { role }: Scope): WorklistAsked {
  const asked = askedSchema.parse({
    view: parameters.view,
    search: parameters.search,
    urgency: parameters.urgency,
    after: parameters.after,
  });
  if (may(role, 'see-clinical')) return asked;
  const view = frontDeskViews.find((one) => one === asked.view) ?? 'open';
  return { ...asked, view, urgency: null };
}

/** The address that asks for it. */
export function addressOf(asked: Partial<WorklistAsked>): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(asked)) {
    if (value && !(name === 'view' && value === 'open')) parameters.set(name, value);
  }
  const query = parameters.toString();
  return `/clinic/worklist${query && `?${query}`}`;
}
