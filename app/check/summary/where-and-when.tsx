import { useTranslations } from 'next-intl';
import { LegMap } from '@/app/components/leg-map';
import type { Summary } from '@/lib/summary/summary';
import styles from './provider-summary.module.css';
import { VerificationMark } from './verification-mark';

/** Where it hurts, drawn and in words, and how it came. */
export function WhereAndWhen({ summary }: { summary: Summary }) {
  const { leg, timeline } = summary;
  const t = useTranslations('summary.leg');
  const names = Object.fromEntries(leg.areas.map(({ value, name }) => [value, name]));
  return (
    <section aria-labelledby="leg" className={styles.part}>
      <h2 id="leg">{t('title')}</h2>
      <div className={styles.map}>
        <LegMap marked={Object.keys(names)} names={names} side={leg.side ?? undefined} />
      </div>
      <dl className={styles.facts}>
        <div>
          <dt>{t('side')}</dt>
          <dd>{leg.sideName ?? <em>{t('unknown')}</em>}</dd>
        </div>
        <div>
          <dt>{t('area')}</dt>
          <dd>
            {leg.areas.length > 0 ? (
              leg.areas.map(({ name }) => name).join('; ')
            ) : (
              <em>{t('unknown')}</em>
            )}
          </dd>
        </div>
        {timeline.map((statement) => (
          <div key={statement.id}>
            <dt>{statement.label}</dt>
            <dd>{statement.answer ?? <em>{t('unknown')}</em>}</dd>
          </div>
        ))}
      </dl>
      <VerificationMark summary={summary} />
    </section>
  );
}
