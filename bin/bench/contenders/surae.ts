import type { KnowledgeBase } from '@/lib/triage/knowledge-base';
import { twinOf } from '@/lib/triage/twin';
import type { Contender } from '../contender';

/** The compiled twin. */
export function surae(base: KnowledgeBase): Contender {
  const { evaluate } = twinOf(base);
  return { name: 'surae', judge: (input) => evaluate(input).truths, evaluate };
}
