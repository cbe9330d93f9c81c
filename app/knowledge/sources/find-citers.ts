import type { KnowledgeBase } from '@/lib/triage/knowledge-base';

/** A thing of the knowledge base that cites a source. */
export interface Citer {
  readonly room:
    | 'conditions'
    | 'redFlags'
    | 'instruments'
    | 'findings'
    | 'questions'
    | 'rehabilitation'
    | 'followUp'
    | 'reasoning';
  readonly id: string;
}

/** By source: everything that cites it, each thing once. */
export function findCiters(base: KnowledgeBase): ReadonlyMap<string, readonly Citer[]> {
  const citers = new Map<string, Citer[]>();
  const cite = (citer: Citer, thing: unknown) => {
    for (const source of sourcesWithin(thing)) {
      citers.set(source, [...(citers.get(source) ?? []), citer]);
    }
  };
  for (const room of ['conditions', 'redFlags', 'instruments', 'findings', 'questions'] as const) {
    for (const thing of base[room]) cite({ room, id: thing.id }, thing);
  }
  for (const option of base.rehabilitation.options) {
    cite({ room: 'rehabilitation', id: option.id }, option);
  }
  cite({ room: 'rehabilitation', id: '' }, base.rehabilitation.contraindications);
  cite({ room: 'followUp', id: '' }, base.followUp);
  cite({ room: 'reasoning', id: '' }, [base.reasoning, base.outOfScope]);
  return citers;
}

/** The ids under every key `sources`, wherever it stands. */
function sourcesWithin(node: unknown): Set<string> {
  const found = new Set<string>();
  const walk = (inner: unknown, key: string) => {
    if (typeof inner !== 'object' || inner === null) return;
    if (key === 'sources' && Array.isArray(inner)) {
      for (const citation of inner as { id: string }[]) found.add(citation.id);
      return;
    }
    for (const [name, value] of Object.entries(inner)) walk(value, name);
  };
  walk(node, '');
  return found;
}
