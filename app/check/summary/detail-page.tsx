import { useTranslations } from 'next-intl';
import { shownMax } from '@/lib/summary/shown-max';
import type { Ask, Summary } from '@/lib/summary/summary';
import { AllFlags } from './all-flags';
import { ChangeLines } from './change-lines';
import { ConditionLines } from './condition-lines';
import styles from './provider-summary.module.css';
import { AnswerWords } from './statement-line';
import { SummaryFooter } from './summary-footer';
import { ToldInFull } from './told-in-full';

/** The rest: every answer, every flag, every score, everything that the patient was told. */
export function DetailPage({ summary }: { summary: Summary }) {
  const t = useTranslations('summary.detail');
  return (
    <div className={styles.detail} data-page="detail">
      <h2 id="detail" className={styles.title}>
        {t('title')}
      </h2>
      {summary.ask.tests.length > shownMax.tests && (
        <section aria-labelledby="all-tests" className={styles.part}>
          <h2 id="all-tests">{t('tests')}</h2>
          <p>{summary.ask.tests.join('; ')}</p>
        </section>
      )}
      {summary.ask.notTests.length > 0 && (
        <section aria-labelledby="not-tests" className={styles.part}>
          <h2 id="not-tests">{t('notTests')}</h2>
          <p>
            {summary.ask.notTests.join('. ')}. <PracticeBasis ask={summary.ask} />
          </p>
        </section>
      )}
      {summary.ask.therapy && (
        <section aria-labelledby="therapy" className={styles.part}>
          <h2 id="therapy">{t('therapy')}</h2>
          <p>
            {summary.ask.therapy} <PracticeBasis ask={summary.ask} />
          </p>
        </section>
      )}
      <AllFlags redFlags={summary.redFlags} />
      <ChangeLines changes={summary.changes} />
      <ConditionLines conditions={summary.conditions} outcome={summary.outcome} isWhole />
      <section aria-labelledby="all-answers" className={styles.part}>
        <h2 id="all-answers">{t('answers')}</h2>
        <div className={styles.blocks}>
          {summary.answers.map(({ name, statements }) => (
            <div key={name}>
              <h3>{name}</h3>
              <dl className={styles.facts}>
                {statements.map((statement) => (
                  <div key={statement.id}>
                    <dt>{statement.label}</dt>
                    <dd>
                      <AnswerWords statement={statement} />
                    </dd>
                  </div>
                ))}
              </dl>
            </div>
          ))}
        </div>
      </section>
      <section aria-labelledby="all-instruments" className={styles.part}>
        <h2 id="all-instruments">{t('instruments')}</h2>
        {summary.instruments.length === 0 && <p>{t('noInstruments')}</p>}
        <ul>
          {summary.instruments.map(({ id, name, min, max, band, unknownItems }) => (
            <li key={id}>
              <strong>{name}:</strong> {min === max ? min : t('range', { min, max })}{' '}
              {band && `(${band})`}
              {unknownItems.length > 0 &&
                ` ${t('unknownItems', { items: unknownItems.join('; ') })}`}
            </li>
          ))}
        </ul>
      </section>
      <ToldInFull told={summary.told} filledInBy={summary.filledInBy} />
      <SummaryFooter summary={summary} />
    </div>
  );
}

function PracticeBasis({ ask }: { ask: Ask }) {
  const t = useTranslations('summary.detail.practiceBasis');
  return ask.practiceBasis && t(ask.practiceBasis);
}
