'use client';

import { useEffect, useState } from 'react';
import type { Answers } from '@/lib/triage/answers';
import type { KnowledgeBase, Question } from '@/lib/triage/knowledge-base';
import { questionsToAsk } from '@/lib/triage/self-check';

interface Asked {
  readonly questions: readonly Question[];
  /** The answers of which this is true. */
  readonly answers: Answers;
}

/** The questions to ask, given these answers or, for a moment, those before; undefined at first. */
export function useAskedQuestions(base: KnowledgeBase, answers: Answers): Asked | undefined {
  const [asked, setAsked] = useState<Asked>();
  useEffect(() => {
    let isCurrent = true;
    questionsToAsk(base, answers).then(
      (questions) => isCurrent && setAsked({ questions, answers }),
      (error) =>
        setAsked(() => {
          throw error;
        }),
    );
    return () => {
      isCurrent = false;
    };
  }, [base, answers]);
  return asked;
}
