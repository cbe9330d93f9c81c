'use client';

import { useTranslations } from 'next-intl';
import { useWords } from '@/app/components/use-words';
import { conclusionLines } from '@/lib/summary/conclusion-lines';
import type { Summary } from '@/lib/summary/summary';
import styles from './provider-summary.module.css';

/** What a clinician concluded and signed; nothing where nobody has. */
export function SignedConclusion({ summary }: { summary: Summary }) {
  const t = useTranslations('conclusion');
  const lines = conclusionLines(summary, useWords());
  if (!lines) return null;
  return (
    <section aria-labelledby="signed" className={styles.part}>
      <h2 id="signed">{t('title')}</h2>
      <p>
        <strong>{lines.conclusion}</strong> {lines.others.join(' ')}
      </p>
      <p className={styles.note}>{lines.signature}</p>
    </section>
  );
}
