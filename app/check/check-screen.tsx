'use client';

import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { useEffect } from 'react';
import type { KnowledgeBase } from '@/lib/triage/knowledge-base';
import { say } from '@/lib/triage/voice';
import { EmergencyScreen } from './emergency-screen';
import { findNextPlace, findPlaceToResume } from './find-next-place';
import { emergencyPlace, goInstead, goTo, hrefTo, reviewPlace } from './places';
import { QuestionPage } from './question-page';
import { toQuestionInput } from './question-schema';
import { recordAnswer } from './record-answer';
import { ReviewPage } from './review-page';
import { useAskedQuestions } from './use-asked-questions';
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
  const asked = useAskedQuestions(base, selfCheck.answers);
  const at = asked?.questions.findIndex(({ id }) => id === place) ?? -1;
  const question = asked?.questions[at];
  const isSettled = asked?.answers === selfCheck.answers;
  const isLost = isSettled && !question && place !== reviewPlace && place !== emergencyPlace;

  useEffect(() => {
    if (isLost) findPlaceToResume(base, selfCheck).then((found) => goInstead(hrefTo(found)));
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
  if (!asked || (!question && place !== reviewPlace))
    return <p className="page text-quiet">{t('loading')}</p>;
  if (!question) {
    return (
      <ReviewPage
        base={base}
        asked={asked.questions}
        selfCheck={selfCheck}
        voice={voice}
        onFinish={finish}
      />
    );
  }

  const { id } = question;
  const before = asked.questions[at - 1]?.id;
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
      progress={t('progress', {
        place: at + 1,
        total: asked.questions.length,
        block: block ? say(block.name, voice) : '',
      })}
      onAnswer={async (answer) => {
        const given = await recordAnswer(base, selfCheck, id, answer);
        const next = await findNextPlace(base, { ...selfCheck, ...given }, id, returnsToReview);
        changeAnswers(selfCheck, given.answers, given.unsure);
        goTo(hrefTo(next, returnsToReview && next !== reviewPlace && next !== emergencyPlace));
      }}
    />
  );
}
