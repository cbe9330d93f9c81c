import type { KnowledgeBase } from '../../triage/knowledge-base';
import type { Citation } from '../../triage/schema';

/** The sources that have an address, each once. */
export function citationLinks({ sources }: KnowledgeBase, citations: readonly Citation[]) {
  const ids = [...new Set(citations.map(({ id }) => id))];
  return ids.flatMap((id) => {
    const source = sources[id];
    return source?.url
      ? [{ label: source.citation, url: source.url, type: 'absolute' as const }]
      : [];
  });
}
