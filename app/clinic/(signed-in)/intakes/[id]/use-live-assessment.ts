'use client';

import { useEffect, useMemo, useState } from 'react';
import { examinedInput } from '@/lib/clinic/examined-input';
import type { Answer, Answers, Input } from '@/lib/triage/answers';
import { assess } from '@/lib/triage/assess';
import type { Assessment } from '@/lib/triage/assessment';
import type { KnowledgeBase } from '@/lib/triage/knowledge-base';
import type { Fields } from './intake-editor';
import type { PageIntake } from './page-intake';

export interface LiveAssessment {
  readonly base: KnowledgeBase;
  readonly input: Input;
  readonly assessment: Assessment;
  /** What an examiner could do next, also before the first finding. */
  readonly next: Assessment['next'];
}

const findingsPrefix = 'findings.';

/** What answers and findings mean as they stand, made on this device; null until it is known. */
export function useLiveAssessment(
  base: KnowledgeBase,
  { audience, answers, answeredAt }: PageIntake,
  fields: Fields,
): LiveAssessment | null {
  const [live, setLive] = useState<LiveAssessment | null>(null);
  // Writing a comment changes other fields, and nothing here.
  const findingsText = JSON.stringify(findingsIn(fields));
  const input = useMemo(
    () => examinedInput(base, { audience, answers, findings: JSON.parse(findingsText) }),
    [base, audience, answers, findingsText],
  );

  useEffect(() => {
    let isCurrent = true;
    assessLive(base, input, new Date(answeredAt)).then(
      (made) => isCurrent && setLive(made),
      // Thrown where the nearest error page sees it.
      (error) =>
        setLive(() => {
          throw error;
        }),
    );
    return () => {
      isCurrent = false;
    };
  }, [base, input, answeredAt]);

  return live;
}

async function assessLive(base: KnowledgeBase, input: Input, at: Date): Promise<LiveAssessment> {
  const assessment = await assess(base, input, at, 'en', 'clinician');
  if (input.audience === 'clinician') return { base, input, assessment, next: assessment.next };
  const examined = await assess(base, { ...input, audience: 'clinician' }, at, 'en', 'clinician');
  return { base, input, assessment, next: examined.next };
}

/** What a member recorded, by finding. */
function findingsIn(fields: Fields): Answers {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([path, value]): [string, Answer][] =>
      path.startsWith(findingsPrefix) && value !== null
        ? [[path.slice(findingsPrefix.length), value]]
        : [],
    ),
  );
}
