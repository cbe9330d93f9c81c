'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useMemo, useState } from 'react';
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
import { ResultSection } from './result-section';
import type { Assessed } from './use-assessment';

const shownMax = 4;

/** Answers and findings that are still unknown, and what would follow from each. */
export function WhatWouldChange({ base, input, assessment }: Assessed) {
  const t = useTranslations('result.whatWouldChange');
  const changes = useMemo(() => {
    const twin = twinOf(base);
    const now = explore(twin, twin.evaluate(input));
    const examined = explore(twin, twin.evaluate({ ...input, audience: 'clinician' }));
    const isAsked = (change: Change) =>
      change.when.every(({ field }) => base.questions.some(({ id }) => id === field));
    const singles = findChanges(twin, now);
    return {
      now,
      twin,
      answers: mergeAnswers(singles).filter(isAsked),
      findings: mergeAnswers(findChanges(twin, examined)).filter((one) => !isAsked(one)),
      isSettled: !singles.some(({ outcome }) => makesMoreUrgent(outcome, now.outcome)),
    };
  }, [base, input]);
  const [pairs, setPairs] = useState<readonly Change[]>([]);
  const { now, twin, isSettled } = changes;

  // Tens of thousands of pairs: the page does not wait for them.
  useEffect(() => {
    if (!isSettled || now.outcome.urgency === 'emergency-now') return setPairs([]);
    const timer = setTimeout(() => {
      const raising = findPairs(twin, now).filter(({ outcome }) =>
        makesMoreUrgent(outcome, now.outcome),
      );
      setPairs(mergeAnswers(raising));
    });
    return () => clearTimeout(timer);
  }, [twin, now, isSettled]);

  const list = (title: string, some: readonly Change[]) => {
    if (some.length === 0) return null;
    const line = (change: Change) => (
      <ChangeLine
        key={JSON.stringify(change)}
        base={base}
        change={change}
        assessment={assessment}
        audience={input.audience}
      />
    );
    return (
      <>
        <h3 className="mt-5 mb-1 font-semibold">{title}</h3>
        <ul className="border-b border-line">{some.slice(0, shownMax).map(line)}</ul>
        {some.length > shownMax && (
          <details className="mt-2">
            <summary className="button-text">
              {t('showAll', { count: some.length - shownMax })}
            </summary>
            <ul className="border-b border-line">{some.slice(shownMax).map(line)}</ul>
          </details>
        )}
      </>
    );
  };
  const isEmpty = changes.answers.length + changes.findings.length + pairs.length === 0;
  return (
    <ResultSection id="what-would-change" title={t('title')}>
      <p className="measure">{t(isEmpty ? 'nothing' : 'lead')}</p>
      {list(t('answers'), changes.answers)}
      {list(t('pairs'), pairs)}
      {list(t('findings'), changes.findings)}
    </ResultSection>
  );
}
