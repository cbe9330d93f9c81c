import { useTranslations } from 'next-intl';
import { shownMax } from '@/lib/summary/shown-max';
import type { Summary } from '@/lib/summary/summary';
import styles from './provider-summary.module.css';

/** What the patient has read, so that nobody says otherwise unawares. */
export function ToldToPatient({ told, filledInBy }: Pick<Summary, 'told' | 'filledInBy'>) {
  const t = useTranslations('summary.told');
  // The first piece of advice says the level at length.
  const [, ...steps] = told.advice;
  return (
    <section aria-labelledby="told" className={styles.part}>
      <h2 id="told">{t(filledInBy)}</h2>
      <p>
        <strong>{told.urgency}.</strong> {firstOf(steps, shownMax.steps)}
      </p>
      <p>
        <span className={styles.label}>{t('avoid')}:</span> {firstOf(told.avoid, shownMax.avoid)}
      </p>
      <p>
        <span className={styles.label}>{t('safetyNet')}:</span>{' '}
        {firstOf(told.safetyNet, shownMax.safetyNet)}
      </p>
    </section>
  );
}

function firstOf(texts: readonly string[], countMax: number): string {
  return texts.slice(0, countMax).join(' ');
}
