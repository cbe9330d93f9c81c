'use client';

import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useMemo } from 'react';
import type { KnowledgeBase } from '@/lib/triage/knowledge-base';
import { questionsToAsk } from '@/lib/triage/self-check';
import { say } from '@/lib/triage/voice';
import { EmergencyScreen } from './emergency-screen';
import { findNextPlace } from './find-next-place';
import { inOrderOfAsking } from './in-order-of-asking';
import { emergencyPlace, goInstead, goTo, hrefTo, reviewPlace } from './places';
import { QuestionPage } from './question-page';
import { toQuestionInput } from './question-schema';
import { recordAnswer } from './record-answer';
import { ReviewPage } from './review-page';
import { useQuestionsBound } from './use-questions-bound';
import { changeAnswers, finishSelfCheck, type SelfCheck } from './use-self-check';

interface CheckScreenProps {
  readonly base: KnowledgeBase;
  readonly selfCheck: SelfCheck;
  /** A question's id, the review or the emergency. */
  readonly place: string;
  readonly returnsToReview: boolean;
}

/** The screen of one place of a self-check that has begun. */
export function CheckScreen({ base, selfCheck, place, returnsToReview }: CheckScreenProps) {
  const t = useTranslations('check');
  const router = useRouter();
  const voice = { audience: selfCheck.audience, language: useLocale() };
  const toAsk = useMemo(() => questionsToAsk(base, selfCheck.answers), [base, selfCheck.answers]);
  const question = toAsk.find(({ id }) => id === place);
  const asked = inOrderOfAsking(toAsk, selfCheck);
  const total = useQuestionsBound(base, selfCheck, asked.length);
  const isLost = !question && place !== reviewPlace && place !== emergencyPlace;

  useEffect(() => {
    if (isLost) findNextPlace(base, selfCheck).then((found) => goInstead(hrefTo(found)));
  }, [isLost, base, selfCheck]);

  function finish() {
    finishSelfCheck(selfCheck);
    router.push('/check/result');
  }

  if (place === emergencyPlace) {
    return (
      <EmergencyScreen base={base} selfCheck={selfCheck} voice={voice} onShowResult={finish} />
    );
  }
  if (isLost) return <p className="page text-quiet">{t('loading')}</p>;
  if (!question) {
    return (
      <ReviewPage base={base} toAsk={toAsk} selfCheck={selfCheck} voice={voice} onFinish={finish} />
    );
  }

  const { id } = question;
  const found = asked.findIndex((one) => one.id === id);
  const at = found === -1 ? asked.length : found;
  const before = asked[at - 1]?.id;
  const wayBack = returnsToReview ? hrefTo(reviewPlace) : before ? hrefTo(before) : '/check';
  const block = base.questionnaire.find(({ fields }) => fields.includes(id));
  const side = selfCheck.answers.side;
  return (
    <QuestionPage
      key={id}
      question={question}
      voice={voice}
      input={toQuestionInput(question, selfCheck.answers[id], selfCheck.unsure.includes(id))}
      side={typeof side === 'string' ? side : undefined}
      wayBack={wayBack}
      progress={t(total === null ? 'progressSoFar' : 'progress', {
        place: at + 1,
        total: Math.max(total ?? 0, at + 1),
        block: block ? say(block.name, voice) : '',
      })}
      onAnswer={async (answer) => {
        const given = recordAnswer(base, selfCheck, id, answer);
        const next = await findNextPlace(base, { ...selfCheck, ...given });
        changeAnswers(selfCheck, given);
        goTo(hrefTo(next, returnsToReview && next !== reviewPlace && next !== emergencyPlace));
      }}
    />
  );
}
