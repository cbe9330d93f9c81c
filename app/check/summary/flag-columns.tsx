import { useTranslations } from 'next-intl';
import { shownMax } from '@/lib/summary/shown-max';
import type { RedFlagColumns } from '@/lib/summary/summary';
import { FlagLine } from './flag-line';
import { PresentFlags } from './present-flags';
import styles from './provider-summary.module.css';

/** Red flags in three columns, the most urgent first; what does not fit is counted. */
export function FlagColumns({ redFlags }: { redFlags: RedFlagColumns }) {
  const t = useTranslations('summary.flags');
  const { present, notExcluded, excluded } = redFlags;
  const openByAnswers = notExcluded.filter(({ needsExamination }) => !needsExamination);
  const openByExamination = notExcluded.length - openByAnswers.length;
  const more = (count: number, max: number) =>
    count > max && <p className={styles.label}>{t('more', { count: count - max })}</p>;
  return (
    <section aria-labelledby="flags" className={styles.part}>
      <h2 id="flags">{t('title')}</h2>
      <div className={`${styles.columns} ${styles.flags}`}>
        <div>
          <h3>{t('present', { count: present.length })}</h3>
          {present.length === 0 && <p>{t('none')}</p>}
          <PresentFlags flags={present.slice(0, shownMax.present)} />
          {more(present.length, shownMax.present)}
        </div>
        <div>
          <h3>{t('notExcluded', { count: notExcluded.length })}</h3>
          <ul>
            {openByAnswers.slice(0, shownMax.notExcluded).map(({ id, text, urgency }) => (
              <FlagLine key={id} text={text} urgency={urgency} />
            ))}
          </ul>
          {more(openByAnswers.length, shownMax.notExcluded)}
          {openByExamination > 0 && (
            <p className={styles.label}>{t('byExamination', { count: openByExamination })}</p>
          )}
        </div>
        <div>
          <h3>{t('excluded', { count: excluded.length })}</h3>
          <ul>
            {excluded.slice(0, shownMax.excluded).map(({ id, text }) => (
              <li key={id}>{text}</li>
            ))}
          </ul>
          {more(excluded.length, shownMax.excluded)}
        </div>
      </div>
    </section>
  );
}
