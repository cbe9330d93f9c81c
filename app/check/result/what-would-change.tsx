'use client';

import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import type { Audience } from '@/lib/triage/answers';
import { isMoreUrgent } from '@/lib/triage/disposition';
import { explore } from '@/lib/triage/explore';
import { twinOf } from '@/lib/triage/twin';
import {
  type Change,
  findChanges,
  findPairs,
  makesMoreUrgent,
  mergeAnswers,
} from '@/lib/triage/what-if';
import { ChangeLine } from './change-line';
import { LaterReading } from './later-reading';
import { LazyDetails } from './lazy-details';
import { ResultSection } from './result-section';
import type { Assessed } from './use-assessment';

const shownMax = 4;

interface WhatWouldChangeProps extends Pick<Assessed, 'base' | 'input' | 'assessment'> {
  /** Who reads it; who answered, if not said. */
  readonly reader?: Audience;
}

/** Answers and findings that are still unknown, and what would follow from each. */
export function WhatWouldChange(props: WhatWouldChangeProps) {
  const { input, reader = input.audience } = props;
  const t = useTranslations('result.whatWouldChange');
  return (
    <ResultSection id="what-would-change" title={t('title')}>
      <LaterReading reader={reader} summary={t('show')}>
        {() => <Changes {...props} reader={reader} />}
      </LaterReading>
    </ResultSection>
  );
}

function Changes({ base, input, assessment, reader }: Required<WhatWouldChangeProps>) {
  const t = useTranslations('result.whatWouldChange');
  const [isTryingPairs, setTryingPairs] = useState(false);
  const { answers, findings } = useMemo(() => {
    const twin = twinOf(base);
    const now = explore(twin, twin.evaluate(input));
    const examined = explore(twin, twin.evaluate({ ...input, audience: 'clinician' }));
    const isAsked = (change: Change) =>
      change.when.every(({ field }) => base.questions.some(({ id }) => id === field));
    // Nobody is shown which answer would make their own result less urgent.
    const isShown = ({ outcome }: Change) =>
      input.audience === 'clinician' || !isMoreUrgent(now.outcome.urgency, outcome.urgency);
    return {
      answers: mergeAnswers(findChanges(twin, now)).filter(isAsked).filter(isShown),
      findings: mergeAnswers(findChanges(twin, examined))
        .filter((one) => !isAsked(one))
        .filter(isShown),
    };
  }, [base, input]);
  const pairs = useMemo(
    () => (isTryingPairs ? findUrgentPairs(base, input) : []),
    [base, input, isTryingPairs],
  );

  const list = (title: string, some: readonly Change[]) => {
    if (some.length === 0) return null;
    const line = (change: Change) => (
      <ChangeLine
        key={JSON.stringify(change)}
        base={base}
        change={change}
        assessment={assessment}
        audience={reader}
      />
    );
    return (
      <>
        <h3 className="mt-5 mb-1 font-semibold">{title}</h3>
        <ul className="border-b border-line">{some.slice(0, shownMax).map(line)}</ul>
        {some.length > shownMax && (
          <LazyDetails summary={t('showAll', { count: some.length - shownMax })}>
            {() => <ul className="border-b border-line">{some.slice(shownMax).map(line)}</ul>}
          </LazyDetails>
        )}
      </>
    );
  };
  return (
    <>
      <p className="measure">{t(answers.length + findings.length === 0 ? 'nothing' : 'lead')}</p>
      {list(t('answers'), answers)}
      {list(t('findings'), findings)}
      {assessment.urgency !== 'emergency-now' && (
        <details
          className="mt-4 print:hidden"
          onToggle={(event) => setTryingPairs(event.currentTarget.open)}
        >
          <summary className="button-text">{t('tryPairs')}</summary>
          {pairs.length === 0 ? <p>{t('noPairs')}</p> : list(t('pairs'), pairs)}
        </details>
      )}
    </>
  );
}

/** Pairs that make it more urgent together; it tries tens of thousands, so somebody has to ask. */
function findUrgentPairs(base: Assessed['base'], input: Assessed['input']): Change[] {
  const twin = twinOf(base);
  const now = explore(twin, twin.evaluate(input));
  return mergeAnswers(
    findPairs(twin, now).filter(({ outcome }) => makesMoreUrgent(outcome, now.outcome)),
  );
}
