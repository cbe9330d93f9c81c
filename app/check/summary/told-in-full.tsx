import { useTranslations } from 'next-intl';
import { RehabilitationStatusWord } from '@/app/knowledge/rehabilitation-status-word';
import type { Summary } from '@/lib/summary/summary';
import styles from './provider-summary.module.css';

const parts = ['advice', 'avoid', 'safetyNet'] as const;

/** Everything that the patient has read about what to do, and about treatment and recovery. */
export function ToldInFull({ told, filledInBy }: Pick<Summary, 'told' | 'filledInBy'>) {
  const t = useTranslations('summary.told');
  return (
    <section aria-labelledby="detail told-in-full" className={styles.part}>
      <h2 id="told-in-full">{t(filledInBy)}</h2>
      <div className={styles.columns}>
        {parts.map((part) => (
          <div key={part}>
            <h3>{t(part)}</h3>
            <ul>
              {told[part].map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          </div>
        ))}
      </div>
      {told.rehabilitation.length > 0 && (
        <p>
          <span className={styles.label}>{t('rehabilitation')}:</span>{' '}
          {told.rehabilitation.map(({ name, status }) => (
            <span key={name} className={styles.statement}>
              {name}: <RehabilitationStatusWord status={status} />
            </span>
          ))}
        </p>
      )}
      {told.recovery && (
        <p>
          <span className={styles.label}>{t('recovery')}:</span> {told.recovery}
        </p>
      )}
    </section>
  );
}
