import { useTranslations } from 'next-intl';
import type { SummaryChange } from '@/lib/summary/summary';
import { FlagLine } from './flag-line';
import styles from './provider-summary.module.css';

const shownMax = 16;

/** What is not known yet, and what would follow from it. */
export function ChangeLines({ changes }: { changes: readonly SummaryChange[] }) {
  const t = useTranslations('summary.changes');
  return (
    <section aria-labelledby="all-changes" className={styles.part}>
      <h2 id="all-changes">{t('title')}</h2>
      {changes.length === 0 && <p>{t('none')}</p>}
      <ul className={styles.twoColumns}>
        {changes.slice(0, shownMax).map(({ when, level, first }) => (
          <FlagLine
            key={JSON.stringify([when, level])}
            text={when
              .map(({ label, answers }) => `${label} ${answers.join(t('or'))}`)
              .join(t('and'))}
            urgency={level.urgency}
            note={first ? t('first', { level: level.name, name: first }) : level.name}
          />
        ))}
      </ul>
      {changes.length > shownMax && <p>{t('more', { count: changes.length - shownMax })}</p>}
    </section>
  );
}
