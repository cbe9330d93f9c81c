'use client';

import { useTranslations } from 'next-intl';
import { CopyNote } from '@/app/components/documents/copy-note';
import { DownloadPaper } from '@/app/components/documents/download-paper';
import type { Summary } from '@/lib/summary/summary';
import type { Assessed } from '../result/use-assessment';

interface SummaryPapersProps {
  readonly assessed: Assessed;
  readonly summary: Summary;
}

/** The note text, made on this device; the papers as PDF, made by the server of answers that it does not keep. */
export function SummaryPapers({ assessed, summary }: SummaryPapersProps) {
  const { input, selfCheck, assessment } = assessed;
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
      <CopyNote summary={summary} />
      <div className="mt-4">
        <DownloadPaper address="/api/documents" content={content} />
      </div>
      <p className="measure mt-2 text-small text-quiet">{t('sent')}</p>
    </div>
  );
}
