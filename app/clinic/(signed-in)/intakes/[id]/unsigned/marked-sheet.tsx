import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import styles from './marked-sheet.module.css';

/** A summary below the mark that nobody has signed; printed, the mark stands on every page. */
export function MarkedSheet({ children }: { children: ReactNode }) {
  const t = useTranslations('documents');
  return (
    <div className={styles.sheet}>
      <div className={styles.head}>
        <p className={styles.mark}>{t('unsigned')}</p>
      </div>
      <div className={styles.body}>{children}</div>
    </div>
  );
}
