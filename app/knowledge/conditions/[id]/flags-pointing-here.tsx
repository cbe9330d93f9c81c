import { useLocale, useTranslations } from 'next-intl';
import { UrgencyMark } from '@/app/components/urgency-mark';
import { knowledgeBase } from '@/lib/knowledge/read-rules';
import { dispositionOf, urgencyRank } from '@/lib/triage/disposition';
import { sayTo } from '@/lib/triage/voice';

/** The red flags that put this condition first, or that make one think of it. */
export function FlagsPointingHere({ condition }: { condition: string }) {
  const t = useTranslations('knowledge.condition');
  const language = useLocale();
  const base = knowledgeBase();
  const voice = { audience: 'clinician', language } as const;
  const flags = base.redFlags
    .filter((flag) => flag.condition === condition || flag.alsoConsider.includes(condition))
    .sort((a, b) => urgencyRank(a.urgency) - urgencyRank(b.urgency));
  if (flags.length === 0) return <p>{t('noRedFlags')}</p>;
  return (
    <ul>
      {flags.map((flag) => (
        <li key={flag.id} className="flex flex-wrap gap-x-8 border-t border-line py-2">
          <span className="w-44">
            <UrgencyMark
              urgency={flag.urgency}
              name={sayTo(dispositionOf(base, flag.urgency).name, voice)}
              size="small"
            />
          </span>
          <span>
            <a href={`/knowledge/red-flags#${flag.id}`}>{sayTo(flag.name, voice)}</a>{' '}
            {flag.condition !== condition && (
              <span className="text-small text-quiet">{t('alsoConsidered')}</span>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
