'use client';

import { useTranslations } from 'next-intl';
import { DownloadPaper } from '@/app/components/documents/download-paper';
import type { Assessed } from '../result/use-assessment';

/** The papers as PDF, made by the server of answers that it does not keep. */
export function SummaryPapers({
  assessed: { input, selfCheck, assessment },
}: {
  assessed: Assessed;
}) {
  const t = useTranslations('documents');
  const content = {
    audience: input.audience,
    answers: input.answers,
    unsure: selfCheck.unsure,
    assessedAt: assessment.assessedAt,
    language: assessment.language,
    knowledgeBase: assessment.knowledgeBase.hash,
  };
  return (
    <div className="mb-8 print:hidden">
      <DownloadPaper address="/api/documents" content={content} />
      <p className="measure mt-2 text-small text-quiet">{t('sent')}</p>
    </div>
  );
}
