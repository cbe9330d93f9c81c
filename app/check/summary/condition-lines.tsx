import { useTranslations } from 'next-intl';
import { shownMax } from '@/lib/summary/shown-max';
import type { Reason, Summary } from '@/lib/summary/summary';
import styles from './provider-summary.module.css';

interface ConditionLinesProps extends Pick<Summary, 'conditions' | 'outcome'> {
  readonly isWhole?: boolean;
}

/** The ranking, each condition with its two strongest reasons; published and consensus told apart. */
export function ConditionLines({ conditions, outcome, isWhole = false }: ConditionLinesProps) {
  const t = useTranslations('summary.conditions');
  const shown =
    outcome === 'assessed' ? conditions.slice(0, isWhole ? undefined : shownMax.conditions) : [];
  const hidden = conditions.length - shown.length;
  const alsoToRuleOut = conditions.slice(shown.length).filter((one) => one.isToRuleOut);
  return (
    <section
      aria-labelledby={isWhole ? 'detail all-conditions' : 'conditions'}
      className={styles.part}
    >
      <h2 id={isWhole ? 'all-conditions' : 'conditions'}>{t('title')}</h2>
      {shown.length === 0 && <p>{t('none')}</p>}
      <ol className={styles.conditions}>
        {shown.map(({ id, name, likelihoodName, flaggedBy, reasons }) => (
          <li key={id}>
            <p>
              <strong>{name}</strong> <span className={styles.likelihood}>{likelihoodName}</span>
            </p>
            <ul>
              {reasons.map((reason) => (
                <li key={reason.text}>
                  <ReasonLine reason={reason} />
                </li>
              ))}
              {reasons.length === 0 && flaggedBy[0] && <li>{t('flag', { text: flaggedBy[0] })}</li>}
            </ul>
          </li>
        ))}
      </ol>
      <p className={styles.label}>
        {outcome === 'assessed' && hidden > 0 && `${t('more', { count: hidden })} `}
        {outcome === 'assessed' && alsoToRuleOut.length > 0 && (
          <strong>
            {t('alsoToRuleOut', { names: alsoToRuleOut.map(({ name }) => name).join('; ') })}{' '}
          </strong>
        )}
        {t('key')}
      </p>
    </section>
  );
}

function ReasonLine({ reason: { text, side, basis, weight } }: { reason: Reason }) {
  const t = useTranslations('summary.conditions');
  return (
    <>
      <span className={styles.sign}>{side === 'for' ? '+' : '−'}</span> {text}{' '}
      <span className={basis === 'published' ? styles.published : styles.consensus}>
        {t(`basis.${basis}`, { ratio: weight })}
      </span>
    </>
  );
}
