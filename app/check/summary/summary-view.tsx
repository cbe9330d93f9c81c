'use client';

import { UnreadyResult } from '../result/unready-result';
import { useAssessment } from '../result/use-assessment';
import { PrintControls } from './print-controls';
import { ProviderSummary } from './provider-summary';
import { SummaryPapers } from './summary-papers';
import { useSummary } from './use-summary';

/** The summary of the answers on this device, with the way to print it. */
export function SummaryView({ hash }: { hash: string }) {
  const assessed = useAssessment(hash, 'clinician');
  const summary = useSummary(assessed.state === 'ready' ? assessed : null);
  if (assessed.state !== 'ready') return <UnreadyResult unready={assessed} />;
  if (!summary) return <UnreadyResult unready={{ state: 'working' }} />;
  return (
    <div className="page-wide print:p-0">
      <PrintControls />
      <SummaryPapers assessed={assessed} summary={summary} />
      <ProviderSummary summary={summary} />
    </div>
  );
}
