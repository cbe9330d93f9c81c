'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { DownloadPaper } from '@/app/components/documents/download-paper';
import { paperContent } from '../paper-content';
import { UnreadyResult } from '../result/unready-result';
import { useAssessment } from '../result/use-assessment';
import { useSummary } from '../summary/use-summary';
import { PatientSheet } from './patient-sheet';

/** The sheet of the answers on this device, with the way to print it. */
export function SheetView({ hash }: { hash: string }) {
  const t = useTranslations('sheet');
  const documents = useTranslations('documents');
  const assessed = useAssessment(hash, 'clinician');
  const summary = useSummary(assessed.state === 'ready' ? assessed : null);
  if (assessed.state !== 'ready') return <UnreadyResult unready={assessed} />;
  if (!summary) return <UnreadyResult unready={{ state: 'working' }} />;
  return (
    <div className="page print:max-w-none print:p-0">
      <div className="mb-8 flex flex-wrap gap-3 print:hidden">
        <button type="button" className="button-primary" onClick={() => window.print()}>
          {t('print')}
        </button>
        <Link href="/check/result" className="button-quiet">
          {t('back')}
        </Link>
      </div>
      <div className="mb-8 print:hidden">
        <DownloadPaper
          address="/api/documents"
          content={paperContent(assessed)}
          firstKind="patient-sheet"
        />
        <p className="measure mt-2 text-small text-quiet">{documents('sent')}</p>
      </div>
      <PatientSheet summary={summary} />
    </div>
  );
}
