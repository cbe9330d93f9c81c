'use client';

import { useTranslations } from 'next-intl';
import { CopyNote } from '@/app/components/documents/copy-note';
import { DownloadPaper } from '@/app/components/documents/download-paper';
import type { Summary } from '@/lib/summary/summary';
import { paperContent } from '../paper-content';
import type { Assessed } from '../result/use-assessment';

interface SummaryPapersProps {
  readonly assessed: Assessed;
  readonly summary: Summary;
}

/** The note text, made on this device; the papers as PDF, made by the server of answers that it does not keep. */
export function SummaryPapers({ assessed, summary }: SummaryPapersProps) {
  const t = useTranslations('documents');
  return (
    <div className="mb-8 print:hidden">
      <CopyNote summary={summary} />
      <div className="mt-4">
        <DownloadPaper address="/api/documents" content={paperContent(assessed)} />
      </div>
      <p className="measure mt-2 text-small text-quiet">{t('sent')}</p>
    </div>
  );
}
