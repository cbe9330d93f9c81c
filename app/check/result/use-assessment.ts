'use client';

import { useLocale } from 'next-intl';
import { useEffect, useState } from 'react';
import { type Audience, type Input, type InputFault, validateInput } from '@/lib/triage/answers';
import { assess } from '@/lib/triage/assess';
import type { Assessment } from '@/lib/triage/assessment';
import type { KnowledgeBase } from '@/lib/triage/knowledge-base';
import { useKnowledgeBase } from '../use-knowledge-base';
import { type SelfCheck, useSelfCheck } from '../use-self-check';

export interface Assessed {
  readonly base: KnowledgeBase;
  readonly selfCheck: SelfCheck;
  readonly input: Input;
  readonly assessment: Assessment;
}

type AssessmentState =
  | { readonly state: 'working' }
  | { readonly state: 'no-answers' }
  | { readonly state: 'failed'; readonly retry: () => void }
  /** The questions have changed since they were answered. */
  | { readonly state: 'outdated'; readonly faults: readonly InputFault[] }
  | ({ readonly state: 'ready' } & Assessed);

/**
 * The assessment of the answers on this device.
 * @param wording whom it addresses; the person who answered, if not said
 */
export function useAssessment(hash: string, wording?: Audience): AssessmentState {
  const language = useLocale();
  const selfCheck = useSelfCheck();
  const fetched = useKnowledgeBase(hash);
  const base = fetched.state === 'ready' ? fetched.knowledgeBase : null;
  const [openedAt] = useState(() => new Date());
  const [result, setResult] = useState<AssessmentState>({ state: 'working' });

  useEffect(() => {
    if (!base || !selfCheck) return;
    let isCurrent = true;
    assessAnswers(base, selfCheck, openedAt, language, wording).then(
      (assessed) => isCurrent && setResult(assessed),
      // Thrown where the nearest error page sees it.
      (error) =>
        setResult(() => {
          throw error;
        }),
    );
    return () => {
      isCurrent = false;
    };
  }, [base, selfCheck, openedAt, language, wording]);

  if (selfCheck === undefined) return { state: 'working' };
  if (selfCheck === null || Object.keys(selfCheck.answers).length === 0) {
    return { state: 'no-answers' };
  }
  return fetched.state === 'failed' ? fetched : result;
}

async function assessAnswers(
  base: KnowledgeBase,
  selfCheck: SelfCheck,
  openedAt: Date,
  language: string,
  wording: Audience | undefined,
): Promise<AssessmentState> {
  const { audience, answers, finishedAt } = selfCheck;
  const checked = validateInput(base, { audience, answers });
  if (!checked.ok) return { state: 'outdated', faults: checked.faults };
  const at = finishedAt === null ? openedAt : new Date(finishedAt);
  const assessment = await assess(base, checked.input, at, language, wording);
  return { state: 'ready', base, selfCheck, input: checked.input, assessment };
}
