import { useTranslations } from 'next-intl';
import type { Summary } from '@/lib/summary/summary';
import { LocalTime } from './local-time';
import styles from './provider-summary.module.css';
import { StatementLine } from './statement-line';

/** What this page is, of whom, and who filled it in when. */
export function SummaryHead({ summary }: { summary: Summary }) {
  const t = useTranslations('summary.head');
  const { person, reference, filledInBy, assessedAt } = summary;
  return (
    <header className={styles.head}>
      <h1 className={styles.title}>{t('title')}</h1>
      <p className={styles.person}>
        {person.map((statement) => (
          <StatementLine key={statement.id} statement={statement} />
        ))}
      </p>
      <p>
        {t(`filledInBy.${filledInBy}`)} <LocalTime iso={assessedAt} />
        {reference && ` · ${t('reference', { reference })}`}
      </p>
    </header>
  );
}
