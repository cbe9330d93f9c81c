'use client';

import { useEffect, useState } from 'react';
import type { KnowledgeBase } from '@/lib/triage/knowledge-base';
import { foreseeQuestions } from '@/lib/triage/next-question';
import { twinOf } from '@/lib/triage/twin';
import { readState } from './find-next-place';
import type { SelfCheck } from './use-self-check';

/**
 * About how many questions there will be, those that were asked among them; null until it has been
 * worked out for the first time, which must not hold up the page.
 */
export function useQuestionsForeseen(
  base: KnowledgeBase,
  selfCheck: SelfCheck,
  askedCount: number,
): number | null {
  const [total, setTotal] = useState<number | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => {
      setTotal(askedCount + foreseeQuestions(twinOf(base), readState(base, selfCheck)));
    });
    return () => clearTimeout(timer);
  }, [base, selfCheck, askedCount]);
  return total;
}
