import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { UrgencyMark } from '@/app/components/urgency-mark';
import { knowledgeBase } from '@/lib/knowledge/read-rules';
import { dispositionOf } from '@/lib/triage/disposition';
import type { Condition } from '@/lib/triage/knowledge-base';
import { sayTo } from '@/lib/triage/voice';
import { RecoveryTime } from './recovery-time';

/** Conditions as a table: both names, how soon to be seen, how long it takes. */
export function ConditionRows({ conditions }: { conditions: readonly Condition[] }) {
  const t = useTranslations('knowledge.conditions');
  const language = useLocale();
  const base = knowledgeBase();
  const clinician = { audience: 'clinician', language } as const;
  return (
    <table className="w-full max-sm:block">
      <thead className="text-left text-small text-quiet max-sm:sr-only">
        <tr>
          <th className="py-2 pr-6 font-medium">{t('name')}</th>
          <th className="w-56 py-2 pr-6 font-medium">{t('urgency')}</th>
          <th className="w-44 py-2 font-medium">{t('recovery')}</th>
        </tr>
      </thead>
      <tbody className="max-sm:block">
        {conditions.map(({ id, name, referral, recovery }) => (
          <tr key={id} className="border-t border-line align-top max-sm:block max-sm:py-3">
            <th scope="row" className="py-3 pr-6 text-left font-normal max-sm:block max-sm:p-0">
              <Link
                href={`/knowledge/conditions/${id}`}
                className="inline-block py-0.5 font-semibold"
              >
                {sayTo(name, clinician)}
              </Link>
              <span className="block text-small text-quiet">
                {sayTo(name, { audience: 'patient', language })}
              </span>
            </th>
            <td className="py-3 pr-6 max-sm:block max-sm:py-1">
              <UrgencyMark
                urgency={referral.urgency}
                name={sayTo(dispositionOf(base, referral.urgency).name, clinician)}
                size="small"
              />
            </td>
            <td className="py-3 text-small max-sm:block max-sm:p-0">
              <RecoveryTime weeks={recovery.weeks} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
