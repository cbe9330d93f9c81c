'use client';

import { useEffect, useState } from 'react';
import { assess } from '@/lib/triage/assess';
import type { Assessment } from '@/lib/triage/assessment';
import type { KnowledgeBase } from '@/lib/triage/knowledge-base';
import type { SelfCheck } from './use-self-check';

/** What the answers so far mean; undefined until it is known. */
export function useAssessmentSoFar(
  base: KnowledgeBase,
  { audience, answers }: SelfCheck,
  language: string,
): Assessment | undefined {
  const [assessment, setAssessment] = useState<Assessment>();
  useEffect(() => {
    let isCurrent = true;
    assess(base, { audience, answers }, new Date(), language).then(
      (made) => isCurrent && setAssessment(made),
      (error) =>
        setAssessment(() => {
          throw error;
        }),
    );
    return () => {
      isCurrent = false;
    };
  }, [base, audience, answers, language]);
  return assessment;
}
