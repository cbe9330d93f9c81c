import { useTranslations } from 'next-intl';
import type { RedFlagColumns } from '@/lib/summary/summary';
import { FlagLine } from './flag-line';
import styles from './provider-summary.module.css';

/** Every red flag: what to do about those present, what would settle those not excluded. */
export function AllFlags({ redFlags }: { redFlags: RedFlagColumns }) {
  const t = useTranslations('summary.flags');
  const { present, notExcluded, excluded } = redFlags;
  return (
    <section aria-labelledby="detail all-flags" className={styles.part}>
      <h2 id="all-flags">{t('title')}</h2>
      <h3>{t('present', { count: present.length })}</h3>
      <ul>
        {present.map(({ id, text, urgency, action, because }) => (
          <FlagLine
            key={id}
            text={`${text}. ${action}`}
            urgency={urgency}
            note={because.join('; ')}
          />
        ))}
      </ul>
      <h3>{t('notExcluded', { count: notExcluded.length })}</h3>
      <ul className={styles.twoColumns}>
        {notExcluded.map(({ id, text, urgency, settledBy }) => (
          <FlagLine
            key={id}
            text={text}
            urgency={urgency}
            {...(settledBy.length > 0 && {
              note: t('settledBy', { fields: settledBy.join('; ') }),
            })}
          />
        ))}
      </ul>
      <h3>{t('excluded', { count: excluded.length })}</h3>
      <p>{excluded.map(({ text }) => text).join('; ')}</p>
    </section>
  );
}
