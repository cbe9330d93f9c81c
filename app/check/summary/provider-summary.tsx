import { useTranslations } from 'next-intl';
import type { Summary } from '@/lib/summary/summary';
import { AskOfProvider } from './ask-of-provider';
import { ConditionLines } from './condition-lines';
import { DetailPage } from './detail-page';
import { FlagColumns } from './flag-columns';
import { KeyAnswers } from './key-answers';
import styles from './provider-summary.module.css';
import { SignedConclusion } from './signed-conclusion';
import { SummaryFooter } from './summary-footer';
import { type Person, SummaryHead } from './summary-head';
import { ToldToPatient } from './told-to-patient';
import { UrgencyBand } from './urgency-band';
import { WhereAndWhen } from './where-and-when';

interface ProviderSummaryProps {
  readonly summary: Summary;
  /** Who it is, where somebody knows. */
  readonly person?: Person | null;
}

/** What a provider reads in 30 seconds, on one printed page, and the rest on the next. */
export function ProviderSummary({ summary, person = null }: ProviderSummaryProps) {
  const t = useTranslations('summary');
  return (
    <article aria-label={t('title')} className={styles.sheet}>
      <div className={styles.first} data-page="first">
        <SummaryHead summary={summary} person={person} />
        <UrgencyBand headline={summary.headline} outcome={summary.outcome} />
        <SignedConclusion summary={summary} />
        <AskOfProvider summary={summary} />
        <FlagColumns redFlags={summary.redFlags} />
        <div className={styles.beside}>
          <div className={styles.stack}>
            <ConditionLines conditions={summary.conditions} outcome={summary.outcome} />
            <KeyAnswers summary={summary} />
            <ToldToPatient told={summary.told} filledInBy={summary.filledInBy} />
          </div>
          <WhereAndWhen summary={summary} />
        </div>
        <SummaryFooter summary={summary} />
      </div>
      <DetailPage summary={summary} />
    </article>
  );
}
