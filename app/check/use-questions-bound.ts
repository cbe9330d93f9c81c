'use client';

import { useEffect, useState } from 'react';
import type { KnowledgeBase } from '@/lib/triage/knowledge-base';
import { foreseeQuestions } from '@/lib/triage/next-question';
import { twinOf } from '@/lib/triage/twin';
import { boundQuestions } from './bound-questions';
import { readState } from './find-next-place';
import type { SelfCheck } from './use-self-check';

/**
 * Up to how many questions there will be, those that were asked among them; null until it has been
 * worked out for the first time, which must not hold up the page.
 */
export function useQuestionsBound(
  base: KnowledgeBase,
  selfCheck: SelfCheck,
  askedCount: number,
): number | null {
  const { startedAt } = selfCheck;
  const [said, setSaid] = useState<{ startedAt: string; bound: number } | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => {
      const toCome = foreseeQuestions(twinOf(base), readState(base, selfCheck));
      setSaid((before) => ({
        startedAt,
        bound: boundQuestions(
          before?.startedAt === startedAt ? before.bound : null,
          askedCount,
          toCome,
        ),
      }));
    });
    return () => clearTimeout(timer);
  }, [base, selfCheck, startedAt, askedCount]);
  return said?.startedAt === startedAt ? said.bound : null;
}
