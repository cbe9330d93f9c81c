/** The six levels and how they compare. */
import type { Disposition, KnowledgeBase } from './knowledge-base';
import { type Urgency, urgencyLevels } from './schema';

/** 0 for the most urgent. */
export function urgencyRank(urgency: Urgency): number {
  return urgencyLevels.indexOf(urgency);
}

export function isMoreUrgent(a: Urgency, b: Urgency): boolean {
  return urgencyRank(a) < urgencyRank(b);
}

/** The most urgent of them; self-care when there is none. */
export function mostUrgent(urgencies: readonly Urgency[]): Urgency {
  return urgencyLevels[Math.min(...urgencies.map(urgencyRank))] ?? 'self-care';
}

export function mostUrgentFirst<Thing>(
  things: readonly Thing[],
  urgencyOf: (thing: Thing) => Urgency,
): Thing[] {
  return [...things].sort((a, b) => urgencyRank(urgencyOf(a)) - urgencyRank(urgencyOf(b)));
}

/** Self-care and routine physical therapy: nobody else has to be seen. */
export function isReassuring(urgency: Urgency): boolean {
  return !isMoreUrgent(urgency, 'routine-pt');
}

export function dispositionOf(base: KnowledgeBase, urgency: Urgency): Disposition {
  const disposition = base.dispositions.find(({ id }) => id === urgency);
  if (!disposition) throw new Error(`disposition-missing: ${urgency}`);
  return disposition;
}
