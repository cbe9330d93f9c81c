import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { LocalTime } from '@/app/check/summary/local-time';
import type { PageIntake } from './page-intake';

/** Whose intake it is, and since when it waits. */
export function IntakeHead({ intake }: { intake: PageIntake }) {
  const t = useTranslations('intake.head');
  const { person, receivedAt, followsId, followedBy } = intake;
  return (
    <header className="page-broad flex flex-wrap items-baseline gap-x-6 gap-y-1 pt-4 pb-3 print:hidden">
      <h1 className="text-lead">{person?.name ?? t('nobody')}</h1>
      {person?.dateOfBirth && (
        <p className="tabular-nums">{t('born', { date: person.dateOfBirth })}</p>
      )}
      <p className="text-small text-quiet">
        {t.rich('received', { at: () => <LocalTime iso={receivedAt} /> })}
      </p>
      <nav aria-label={t('related')} className="flex flex-wrap gap-x-4 text-small print:hidden">
        <Link href="/clinic/worklist">{t('worklist')}</Link>
        {followsId && <Link href={`/clinic/intakes/${followsId}`}>{t('earlier')}</Link>}
        {followedBy.map(({ id, receivedAt: at }) => (
          <Link key={id} href={`/clinic/intakes/${id}`}>
            {t.rich('later', { at: () => <LocalTime iso={at} /> })}
          </Link>
        ))}
      </nav>
    </header>
  );
}
