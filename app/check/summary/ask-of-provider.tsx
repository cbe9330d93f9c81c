import { useTranslations } from 'next-intl';
import { shownMax } from '@/lib/summary/shown-max';
import type { Summary } from '@/lib/summary/summary';
import { ExamineNext } from './examine-next';
import { LocalTime } from './local-time';
import styles from './provider-summary.module.css';

/** What the provider is asked to do, by when, and why. */
export function AskOfProvider({ summary }: { summary: Summary }) {
  const { ask, headline, toExamine, assessedAt } = summary;
  const hidden = ask.tests.length - shownMax.tests;
  const isNow = ask.deadline === assessedAt;
  const t = useTranslations('summary.ask');
  return (
    <section aria-labelledby="ask" className={styles.ask}>
      <h2 id="ask">
        {t('title')}
        {ask.deadline && (
          <span className={styles.deadline}>
            {t('by')} {isNow ? headline.timeFrame : <LocalTime iso={ask.deadline} />}
          </span>
        )}
      </h2>
      <ul className={styles.tests}>
        {ask.tests.slice(0, shownMax.tests).map((test) => (
          <li key={test}>{test}</li>
        ))}
        {ask.tests.length === 0 && <li>{t('noTests')}</li>}
      </ul>
      <p>
        {hidden > 0 && `${t('moreTests', { count: hidden })} `}
        <span className={styles.label}>{t('to')}</span> {ask.to}
        {ask.why && ask.why !== headline.timeFrame && (
          <>
            {'. '}
            <span className={styles.label}>{t('clock')}</span> {ask.why}
          </>
        )}
      </p>
      <p>
        <span className={styles.label}>{t('because')}</span>{' '}
        {headline.reasons
          .slice(0, shownMax.reasons)
          .map(({ text, isFloor }) => (isFloor ? t('floor', { text }) : text))
          .join('; ')}
      </p>
      <ExamineNext toExamine={toExamine} />
    </section>
  );
}
