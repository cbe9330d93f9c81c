import { useTranslations } from 'next-intl';
import type { Statement } from '@/lib/summary/summary';
import styles from './provider-summary.module.css';

/** A question and its answer in one line; what is unknown says so. */
export function StatementLine({ statement }: { statement: Statement }) {
  return (
    <span className={styles.statement}>
      <span className={styles.label}>{statement.label}:</span> <AnswerWords statement={statement} />
    </span>
  );
}

/** The answer in words, or which kind of unknown it is. */
export function AnswerWords({ statement: { answer, state } }: { statement: Statement }) {
  const t = useTranslations('summary.states');
  if (answer !== null) return answer;
  return <em>{state === 'not-sure' ? t('notSure') : t('unanswered')}</em>;
}
