'use client';

import { useEffect, useState } from 'react';
import { summarize } from '@/lib/summary/summarize';
import type { Summary } from '@/lib/summary/summary';
import type { Assessed } from '../result/use-assessment';

/** The summary of an assessment in clinical wording; null until it is there. */
export function useSummary(assessed: Assessed | null): Summary | null {
  const [summary, setSummary] = useState<Summary | null>(null);
  const { base, input, assessment, selfCheck } = assessed ?? {};

  useEffect(() => {
    if (!base || !input || !assessment || !selfCheck) return;
    let isCurrent = true;
    const voice = { audience: 'clinician', language: assessment.language } as const;
    summarize(base, input, assessment, voice, { unsure: selfCheck.unsure }).then(
      (made) => isCurrent && setSummary(made),
      // Thrown where the nearest error page sees it.
      (error) =>
        setSummary(() => {
          throw error;
        }),
    );
    return () => {
      isCurrent = false;
    };
  }, [base, input, assessment, selfCheck]);

  return summary;
}
