import type { PrismaClient } from './generated/client';

/** What a clinician did with one card of CDS Hooks. */
interface CardFeedback {
  readonly card: string;
  readonly outcome: string;
  readonly suggestions: readonly string[];
  readonly reason: string | null;
  readonly at: Date;
}

/** Stores the feedback to one service; what is stored already is passed over. */
export async function storeCdsFeedback(
  database: PrismaClient,
  service: string,
  feedback: readonly CardFeedback[],
): Promise<void> {
  await database.cdsFeedback.createMany({
    data: feedback.map(({ suggestions, ...rest }) => ({
      ...rest,
      service,
      suggestions: [...suggestions],
    })),
    skipDuplicates: true,
  });
}
