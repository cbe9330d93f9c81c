import type { z } from 'zod';
import type { subjectSchema } from './response-schema';

/** Whom the answers are about, as their sender names them; nothing else of a person passes through. */
export interface Subject {
  readonly reference?: string;
  readonly identifier?: { readonly system?: string; readonly value: string };
}

/** Null where nobody is named. */
export function subjectOf(given: z.infer<typeof subjectSchema> | undefined): Subject | null {
  const { reference, identifier } = given ?? {};
  const { system, value } = identifier ?? {};
  if (!reference && !value) return null;
  return {
    ...(reference && { reference }),
    ...(value && { identifier: { ...(system && { system }), value } }),
  };
}
