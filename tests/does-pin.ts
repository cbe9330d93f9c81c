import type { PresentFlag } from '@/lib/triage/assessment';
import type { KnowledgeBase } from '@/lib/triage/knowledge-base';

/** Whether a present red flag puts its condition first, by what the knowledge base says of its form. */
export function doesPin(
  { redFlags }: KnowledgeBase,
  { id, urgency }: Pick<PresentFlag, 'id' | 'urgency'>,
): boolean {
  const flag = redFlags.find((one) => one.id === id);
  if (!flag) throw new Error(`no such red flag: ${id}`);
  const { pins, milder } = flag;
  return pins !== false && !(milder?.urgency === urgency && milder.pins === false);
}
