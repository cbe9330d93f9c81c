import { useTranslations } from 'next-intl';
import type { Summary } from '@/lib/summary/summary';
import { LocalTime } from './local-time';
import styles from './provider-summary.module.css';
import { StatementLine } from './statement-line';

export interface Person {
  readonly name: string;
  /** As `1979-04-02`. */
  readonly dateOfBirth: string | null;
}

interface SummaryHeadProps {
  readonly summary: Summary;
  readonly person: Person | null;
}

/** What this page is, of whom, and who filled it in when. */
export function SummaryHead({ summary, person: who }: SummaryHeadProps) {
  const t = useTranslations('summary.head');
  const { person, reference, filledInBy, assessedAt } = summary;
  return (
    <header className={styles.head}>
      <h1 className={styles.title}>{t('title')}</h1>
      {who && (
        <p className={styles.title}>
          <strong>{who.name}</strong>
          {who.dateOfBirth && ` · ${t('born', { date: who.dateOfBirth })}`}
        </p>
      )}
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
