import { useTranslations } from 'next-intl';
import { shownMax } from '@/lib/summary/shown-max';
import type { Summary } from '@/lib/summary/summary';
import styles from './provider-summary.module.css';

/** The findings that would confirm or exclude what is considered first. */
export function ExamineNext({ toExamine }: Pick<Summary, 'toExamine'>) {
  const t = useTranslations('summary.ask');
  if (toExamine.length === 0) return null;
  return (
    <p>
      <span className={styles.label}>{t('examine')}</span>{' '}
      {toExamine
        .slice(0, shownMax.examine)
        .map(({ label }) => label)
        .join('; ')}
    </p>
  );
}
