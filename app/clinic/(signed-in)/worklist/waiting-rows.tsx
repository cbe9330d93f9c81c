import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { LocalTime } from '@/app/check/summary/local-time';
import { Submit } from '@/app/components/forms/submit';
import type { WaitingRow } from '@/lib/clinic/worklist';
import { cancel } from '../invite/actions';

/** The invitations that nobody has used yet. */
export function WaitingRows({ rows }: { rows: readonly WaitingRow[] }) {
  const t = useTranslations('worklist');
  if (rows.length === 0) return <p className="py-6 text-quiet">{t('nobodyWaited')}</p>;
  return (
    <ul className="border-b border-line">
      {rows.map(({ id, patient, appointmentAt, invitedAt, expiresAt }) => (
        <li
          key={id}
          className="grid items-center gap-x-4 border-t border-line py-1.5 lg:grid-cols-[minmax(8rem,1fr)_14rem_14rem_14rem_13.5rem] lg:text-small"
        >
          <span>{patient?.name ?? t('noName')}</span>
          <span className="text-quiet">
            {appointmentAt &&
              t.rich('appointment', { at: () => <LocalTime iso={appointmentAt.toISOString()} /> })}
          </span>
          <span className="text-quiet">
            {t.rich('invited', { at: () => <LocalTime iso={invitedAt.toISOString()} /> })}
          </span>
          <span className="text-quiet">
            {t.rich('ends', { at: () => <LocalTime iso={expiresAt.toISOString()} /> })}
          </span>
          <div className="flex flex-wrap items-center gap-x-4">
            <Link href={`/clinic/invite?renews=${id}`} className="flex min-h-10 items-center">
              {t('renew')}
              <span className="sr-only"> {patient?.name}</span>
            </Link>
            <form action={cancel.bind(null, id)}>
              <Submit quiet>
                {t('cancel')}
                <span className="sr-only"> {patient?.name}</span>
              </Submit>
            </form>
          </div>
        </li>
      ))}
    </ul>
  );
}
