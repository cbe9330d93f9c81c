'use client';

import { useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import type { Audience } from '@/lib/triage/answers';
import { CheckScreen } from './check-screen';
import { findNextPlace } from './find-next-place';
import { fitAnswers } from './fit-answers';
import { goTo, hrefTo } from './places';
import { useKnowledgeBase } from './use-knowledge-base';
import { changeAnswers, startSelfCheck, useSelfCheck } from './use-self-check';
import { WaysOn } from './ways-on';
import { Welcome } from './welcome';

interface SelfCheckFlowProps {
  /** Of the knowledge base that asks. */
  readonly hash: string;
  /** In whose wording a new self-check asks. */
  readonly audience: Audience;
}

/** The self-check on this device: what the address and the answers so far make of it. */
export function SelfCheckFlow({ hash, audience }: SelfCheckFlowProps) {
  const t = useTranslations('check');
  const selfCheck = useSelfCheck();
  const knowledge = useKnowledgeBase(hash);
  const parameters = useSearchParams();
  const place = parameters.get('question');
  const base = knowledge.state === 'ready' ? knowledge.knowledgeBase : undefined;

  // Answers from before the questions changed: what no longer fits is asked again.
  useEffect(() => {
    if (!base || !selfCheck) return;
    const answers = fitAnswers(base, selfCheck.answers);
    if (answers !== selfCheck.answers) changeAnswers(selfCheck, { ...selfCheck, answers });
  }, [base, selfCheck]);

  if (knowledge.state === 'failed') {
    return (
      <div className="page" role="alert">
        <h1 className="text-title">{t('failed.title')}</h1>
        <p className="measure py-4">{t('failed.text')}</p>
        <button type="button" className="button-primary" onClick={knowledge.retry}>
          {t('failed.retry')}
        </button>
      </div>
    );
  }
  if (base && selfCheck && place !== null) {
    return (
      <CheckScreen
        base={base}
        selfCheck={selfCheck}
        place={place}
        returnsToReview={parameters.get('return') === 'review'}
      />
    );
  }
  if (place !== null && selfCheck !== null)
    return <p className="page text-quiet">{t('loading')}</p>;
  return (
    <Welcome audience={audience}>
      {base && selfCheck !== undefined ? (
        <WaysOn
          selfCheck={selfCheck}
          onStart={async () => {
            startSelfCheck(audience);
            const given = { audience, answers: {}, unsure: [] };
            goTo(hrefTo(await findNextPlace(base, given)));
          }}
          onResume={async () => {
            if (selfCheck) goTo(hrefTo(await findNextPlace(base, selfCheck)));
          }}
        />
      ) : (
        <p role="status" className="text-quiet">
          {t('loading')}
        </p>
      )}
    </Welcome>
  );
}
