import { useTranslations } from 'next-intl';
import { UrgencyMark } from '@/app/components/urgency-mark';
import type { Summary } from '@/lib/summary/summary';
import styles from './provider-summary.module.css';

type UrgencyBandProps = Pick<Summary, 'headline' | 'outcome'>;

/** The urgency as shape, words and segments: it needs no colour. */
export function UrgencyBand({ headline, outcome }: UrgencyBandProps) {
  const t = useTranslations('summary.urgency');
  const { urgency, name, timeFrame, ceiling } = headline;
  return (
    <section aria-label={t('label')} className={styles.band}>
      <UrgencyMark urgency={urgency} name={name} size="medium" />
      <p>
        {timeFrame}
        {ceiling && <span className={styles.ceiling}>{t('ceiling', { level: ceiling.name })}</span>}
      </p>
      {outcome !== 'assessed' && <p className={styles.cannot}>{t(`outcomes.${outcome}`)}</p>}
    </section>
  );
}
