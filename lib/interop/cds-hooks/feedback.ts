/** What a clinician did with a card. */
import { z } from 'zod';

const uuid = z.guid({ error: 'is no UUID' });

const entrySchema = z
  .looseObject({
    card: uuid,
    outcome: z.enum(['accepted', 'overridden']),
    acceptedSuggestions: z.array(z.looseObject({ id: uuid })).optional(),
    overrideReason: z
      .looseObject({ reason: z.looseObject({ code: z.string() }).optional() })
      .optional(),
    outcomeTimestamp: z.iso.datetime({ offset: true }),
  })
  .refine((entry) => entry.outcome !== 'accepted' || (entry.acceptedSuggestions ?? []).length > 0, {
    path: ['acceptedSuggestions'],
    error: 'an accepted card names the suggestions',
  });

export const feedbackSchema = z.looseObject({
  feedback: z.array(entrySchema).min(1).max(1000),
});

export interface Feedback {
  readonly card: string;
  readonly outcome: 'accepted' | 'overridden';
  readonly suggestions: readonly string[];
  /** One of our own reasons; null where there is none, or it is another. */
  readonly reason: string | null;
  readonly at: Date;
}

/** What is kept of it: a comment is free text, in which a person could be named, and is left out. */
export function toFeedback(
  { feedback }: z.infer<typeof feedbackSchema>,
  reasons: readonly string[],
): Feedback[] {
  return feedback.map((entry) => {
    const code = entry.overrideReason?.reason?.code ?? '';
    return {
      card: entry.card.toLowerCase(),
      outcome: entry.outcome,
      suggestions: (entry.acceptedSuggestions ?? []).map(({ id }) => id.toLowerCase()),
      reason: reasons.includes(code) ? code : null,
      at: new Date(entry.outcomeTimestamp),
    };
  });
}
