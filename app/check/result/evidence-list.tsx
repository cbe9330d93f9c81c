import { useTranslations } from 'next-intl';
import { Basis } from '@/app/knowledge/basis';
import { CitationList } from '@/app/knowledge/citation-list';
import type { WeighedEvidence } from '@/lib/triage/assessment';
import type { KnowledgeBase } from '@/lib/triage/knowledge-base';

interface EvidenceListProps {
  readonly title: string;
  readonly evidence: readonly WeighedEvidence[];
  readonly sources: KnowledgeBase['sources'];
  /** Clinicians read odds; to anybody else the figure says nothing. */
  readonly showsWeights: boolean;
  readonly isOpen?: boolean;
}

/** One side of the evidence: each piece with its strength, its basis and who says so. */
export function EvidenceList({
  title,
  evidence,
  sources,
  showsWeights,
  isOpen = false,
}: EvidenceListProps) {
  const t = useTranslations('result.evidence');
  return (
    <div>
      <h3 className="mb-1 font-semibold">{title}</h3>
      {evidence.length === 0 && <p className="text-quiet">{t('nothing')}</p>}
      <ul className="grid gap-3">
        {evidence.map(({ id, text, weight, basis, counted, sources: citations }) => (
          <li key={id} className="measure">
            <p>{text}</p>
            <p className="flex flex-wrap items-baseline gap-x-3 text-small text-quiet">
              <Basis basis={basis} />
              {showsWeights && (
                <span>{t(isOpen ? 'wouldMultiply' : 'multiplies', { ratio: weight })}</span>
              )}
              {!counted && !isOpen && <span>{t('notCounted')}</span>}
            </p>
            <CitationList citations={citations} sources={sources} besideBasis />
          </li>
        ))}
      </ul>
    </div>
  );
}
