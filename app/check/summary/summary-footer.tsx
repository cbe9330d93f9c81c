import { useTranslations } from 'next-intl';
import type { Summary } from '@/lib/summary/summary';
import { verificationCode } from '@/lib/summary/verification-code';
import { LocalTime } from './local-time';
import styles from './provider-summary.module.css';

const shortHash = 12;

/** What stands behind the page: which knowledge base, reviewed by whom, and that it does not diagnose. */
export function SummaryFooter({ summary }: { summary: Summary }) {
  const t = useTranslations('summary.footer');
  const { knowledgeBase, reference, assessedAt, disclaimer } = summary;
  const { version, hash, review, notice } = knowledgeBase;
  return (
    <footer className={styles.footer}>
      <p>
        <strong>{disclaimer}</strong>{' '}
        {review ? t('reviewed', { reviewer: review.reviewer, on: review.on }) : notice}
      </p>
      <p>
        {t('version', { version, hash: hash.slice(0, shortHash) })} · <LocalTime iso={assessedAt} />
        {` · ${t('code', { code: verificationCode(summary) })}`}
        {reference && ` · ${t('reference', { reference })}`}
      </p>
    </footer>
  );
}
