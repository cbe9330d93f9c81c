import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { UrgencyShape } from '@/app/components/urgency-mark';
import type { WorklistAsked } from '@/lib/clinic/worklist';
import { knowledgeBase } from '@/lib/knowledge/read-rules';
import { sayTo } from '@/lib/triage/voice';
import { addressOf } from './asked';

const voice = { audience: 'clinician', language: 'en' } as const;

/** One level, or all of them; the digit before each is its key. */
export function UrgencyFilter({ asked }: { asked: WorklistAsked }) {
  const t = useTranslations('worklist');
  const { view, urgency } = asked;
  return (
    <nav aria-label={t('filter')}>
      <ul className="flex flex-wrap gap-x-3 text-small">
        {knowledgeBase().dispositions.map(({ id, name }, place) => {
          const isChosen = id === urgency;
          return (
            <li key={id}>
              <Link
                href={addressOf({ view, urgency: isChosen ? null : id })}
                aria-current={isChosen ? 'true' : undefined}
                data-key={place + 1}
                className="flex min-h-10 items-center gap-1.5 no-underline aria-[current]:font-semibold aria-[current]:underline"
              >
                <span aria-hidden="true" className="text-quiet">
                  {place + 1}
                </span>
                <UrgencyShape urgency={id} size={14} />
                {sayTo(name, voice)}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
