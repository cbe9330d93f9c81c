import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { UrgencyMark } from '@/app/components/urgency-mark';
import type { WorklistRow } from '@/lib/clinic/worklist';
import { knowledgeBase } from '@/lib/knowledge/read-rules';
import { dispositionOf } from '@/lib/triage/disposition';
import { sayTo } from '@/lib/triage/voice';
import { CallState } from './call-state';
import { Clock } from './clock';
import { DueTime } from './due-time';
import { PatientName } from './patient-name';

interface IntakeRowsProps {
  readonly rows: readonly WorklistRow[];
  readonly isClinical: boolean;
  readonly now: Date;
}

const voice = { audience: 'clinician', language: 'en' } as const;

/** The intakes of a page: how urgent, who, what, since when, until when. On a phone each is a card. */
export function IntakeRows({ rows, isClinical, now }: IntakeRowsProps) {
  const t = useTranslations('worklist');
  const base = knowledgeBase();
  if (rows.length === 0) return <p className="py-6 text-quiet">{t('nothing')}</p>;
  const columns = isClinical
    ? 'lg:grid-cols-[12.5rem_minmax(9rem,1.1fr)_minmax(9rem,1.4fr)_7.5rem_16.5rem]'
    : 'lg:grid-cols-[minmax(10rem,1.5fr)_10rem_18rem]';
  return (
    <ul className="border-b border-line" aria-label={t('title')}>
      {rows.map((row) => {
        const { id, patient, state, receivedAt, isRead, called, clinical } = row;
        const condition = base.conditions.find((one) => one.id === clinical?.leading);
        const cells = (
          <>
            {clinical && (
              <UrgencyMark
                urgency={clinical.urgency}
                name={sayTo(dispositionOf(base, clinical.urgency).name, voice)}
                size="small"
              />
            )}
            <PatientName patient={patient} isUnread={isClinical && !isRead} now={now} />
            {clinical && (
              <span className="truncate">
                {clinical.isAmended && `${t('amended')} · `}
                {condition ? sayTo(condition.name, voice) : ''}
              </span>
            )}
            {state === 'open' ? (
              <Clock at={receivedAt.toISOString()} now={now.toISOString()} says="waiting" />
            ) : (
              <span className="text-quiet">{t(`states.${state}`)}</span>
            )}
            {clinical ? (
              <span className="flex flex-wrap gap-x-3">
                <DueTime row={row} now={now} />
                <CallState called={called} now={now} />
              </span>
            ) : (
              <span className="flex flex-wrap items-center gap-x-3">
                <CallState called={called} now={now} />
                <Link
                  href={`/clinic/intakes/${id}/calls`}
                  prefetch={false}
                  className="inline-flex min-h-10 items-center"
                >
                  {t.rich('calls', {
                    name: patient?.name ?? t('noName'),
                    hidden: (text) => <span className="sr-only">{text}</span>,
                  })}
                </Link>
              </span>
            )}
          </>
        );
        const look = `grid min-h-10 gap-x-4 py-1.5 lg:items-center lg:text-small ${columns}`;
        return (
          <li key={id} className="border-t border-line">
            {isClinical ? (
              <Link
                href={`/clinic/intakes/${id}`}
                prefetch={false}
                data-row=""
                className={`${look} text-ink no-underline hover:bg-raised focus-visible:bg-raised`}
              >
                {cells}
              </Link>
            ) : (
              <div className={look}>{cells}</div>
            )}
          </li>
        );
      })}
    </ul>
  );
}
