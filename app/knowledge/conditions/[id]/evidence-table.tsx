import { useLocale, useTranslations } from 'next-intl';
import { knowledgeBase } from '@/lib/knowledge/read-rules';
import type { Condition } from '@/lib/triage/knowledge-base';
import { sayTo } from '@/lib/triage/voice';
import { Basis } from '../../basis';
import { CitationList } from '../../citation-list';
import { EvidenceBar } from '../../evidence-bar';
import { WhenInWords } from '../../when-in-words';

interface EvidenceTableProps {
  readonly condition: Condition;
  readonly side: 'supports' | 'opposes';
}

/** One side of the evidence, the strongest first: what is seen, how far it moves the odds, who says so. */
export function EvidenceTable({ condition, side }: EvidenceTableProps) {
  const t = useTranslations('knowledge.evidence');
  const language = useLocale();
  const base = knowledgeBase();
  const voice = { audience: 'clinician', language } as const;
  const strength = (weight: number) => Math.abs(Math.log(weight));
  const evidence = [...condition[side]].sort(
    (a, b) => strength(b.weight.likelihoodRatio) - strength(a.weight.likelihoodRatio),
  );
  if (evidence.length === 0) return <p>{t('none')}</p>;
  return (
    <ul>
      {evidence.map(({ id, text, when, weight, group, sources }) => (
        <li
          key={id}
          className="grid gap-x-8 gap-y-2 border-t border-line py-3 md:grid-cols-[1fr_15rem]"
        >
          <div className="measure">
            <p className="font-medium">{sayTo(text, voice)}</p>
            <div className="text-small">
              <WhenInWords base={base} when={when} voice={voice} />
            </div>
            <CitationList citations={sources} sources={base.sources} besideBasis />
          </div>
          <div className="text-small">
            <p>
              <span className="text-body font-semibold tabular-nums">
                {t('ratio', { ratio: weight.likelihoodRatio })}
              </span>{' '}
              <Basis basis={weight.basis} />
            </p>
            <EvidenceBar
              present={[{ id, weight: weight.likelihoodRatio, basis: weight.basis }]}
              fullWeight={base.reasoning.evidenceCap}
              label={t('bar', { ratio: weight.likelihoodRatio })}
            />
            {group && <p className="mt-1 text-quiet">{t('group', { group })}</p>}
          </div>
        </li>
      ))}
    </ul>
  );
}
