/** How long a share can be opened, and its content is kept. */
export const keepSharedDays = 30;

const dayMs = 24 * 60 * 60 * 1000;

/** When something shared at this time ends. */
export function expiryOf(submittedAt: Date): Date {
  return new Date(submittedAt.getTime() + keepSharedDays * dayMs);
}
