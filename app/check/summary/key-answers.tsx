import { useTranslations } from 'next-intl';
import { shownMax } from '@/lib/summary/shown-max';
import type { Summary } from '@/lib/summary/summary';
import styles from './provider-summary.module.css';
import { StatementLine } from './statement-line';

/** The answers that decided, what nobody has answered yet, and the scores as ranges. */
export function KeyAnswers({ summary }: { summary: Summary }) {
  const t = useTranslations('summary.answers');
  const { keyAnswers, keyUnknowns, instruments } = summary;
  if (keyAnswers.length + keyUnknowns.length + instruments.length === 0) return null;
  const shown = instruments.filter(({ isVariant }) => !isVariant).slice(0, shownMax.instruments);
  const moreUnknowns = keyUnknowns.length - shownMax.unknowns;
  return (
    <section aria-labelledby="key-answers" className={styles.part}>
      <h2 id="key-answers">{t('key')}</h2>
      {keyAnswers.length > 0 && (
        <p>
          {keyAnswers.slice(0, shownMax.answers).map((statement) => (
            <StatementLine key={statement.id} statement={statement} />
          ))}
        </p>
      )}
      {keyUnknowns.length > 0 && (
        <p>
          <strong>{t('unknown')}</strong>{' '}
          {keyUnknowns
            .slice(0, shownMax.unknowns)
            .map(({ label }) => label)
            .join('; ')}
          {moreUnknowns > 0 && ` ${t('more', { count: moreUnknowns })}`}
        </p>
      )}
      {shown.length > 0 && (
        <p>
          {shown.map(({ id, name, min, max, band }) => (
            <span key={id} className={styles.statement}>
              <span className={styles.label}>{name}:</span>{' '}
              {min === max ? min : t('range', { min, max })} {band && `(${band})`}
            </span>
          ))}
        </p>
      )}
    </section>
  );
}
