import type { PresentFlag } from '@/lib/triage/assessment';
import type { KnowledgeBase } from '@/lib/triage/knowledge-base';

/** Whether a present red flag puts its condition first, by what the knowledge base says of its form. */
export function doesPin(
  { redFlags }: KnowledgeBase,
  { id, urgency }: Pick<PresentFlag, 'id' | 'urgency'>,
): boolean {
  const flag = redFlags.find((one) => one.id === id);
  const isMilder = flag?.milder?.urgency === urgency;
  return flag?.pins !== false && !(isMilder && flag?.milder?.pins === false);
}
