'use client';

import { ResultReport } from './result-report';
import { UnreadyResult } from './unready-result';
import { useAssessment } from './use-assessment';

/** The result of the answers on this device, or why there is none yet. */
export function ResultView({ hash }: { hash: string }) {
  const assessed = useAssessment(hash);
  return assessed.state === 'ready' ? (
    <ResultReport assessed={assessed} />
  ) : (
    <UnreadyResult unready={assessed} />
  );
}
