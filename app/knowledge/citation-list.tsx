import type { KnowledgeBase } from '@/lib/triage/knowledge-base';
import type { Citation } from '@/lib/triage/schema';

interface CitationListProps {
  readonly citations: readonly Citation[];
  readonly sources: KnowledgeBase['sources'];
  /** Stands beside a basis, which already says where there is consensus only. */
  readonly besideBasis?: boolean;
}

/** The sources of one statement, each with the place in it that carries the statement. */
export function CitationList({ citations, sources, besideBasis = false }: CitationListProps) {
  const shown = citations.filter(
    ({ id, at }) => !(besideBasis && at === undefined && sources[id]?.verified === 'consensus'),
  );
  if (shown.length === 0) return null;
  return (
    <ul className="text-small text-quiet">
      {shown.map(({ id, at }) => (
        <li key={`${id} ${at}`}>
          <a
            href={`/knowledge/sources#${id}`}
            className="inline-block py-0.5 text-quiet decoration-line hover:decoration-quiet"
          >
            {sources[id]?.citation ?? id}
          </a>{' '}
          {at && <span className="text-ink">{at}</span>}
        </li>
      ))}
    </ul>
  );
}
