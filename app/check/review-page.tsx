'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { describeAnswer } from '@/lib/triage/describe-answer';
import type { KnowledgeBase, Question } from '@/lib/triage/knowledge-base';
import { chooseQuestion, foreseeQuestions } from '@/lib/triage/next-question';
import { twinOf } from '@/lib/triage/twin';
import { say, type Voice } from '@/lib/triage/voice';
import { readState } from './find-next-place';
import { inOrderOfAsking } from './in-order-of-asking';
import { PlaceLink } from './place-link';
import { hrefTo } from './places';
import { ScreenHeading } from './screen-heading';
import { usePageTitle } from './use-page-title';
import type { SelfCheck } from './use-self-check';

interface ReviewPageProps {
  readonly base: KnowledgeBase;
  /** The questions that the answers so far admit. */
  readonly toAsk: readonly Question[];
  readonly selfCheck: SelfCheck;
  readonly voice: Voice;
  readonly onFinish: () => void;
}

/** All answers in words, each with a way to change it; before them what is still to be asked. */
export function ReviewPage({ base, toAsk, selfCheck, voice, onFinish }: ReviewPageProps) {
  const t = useTranslations('check.review');
  const asked = inOrderOfAsking(toAsk, selfCheck);
  const { next, count } = useMemo(() => {
    const twin = twinOf(base);
    const state = readState(base, selfCheck);
    return { next: chooseQuestion(twin, state), count: foreseeQuestions(twin, state) };
  }, [base, selfCheck]);
  const others = next ? [] : toAsk.filter((question) => !asked.includes(question));
  usePageTitle(t('title'));
  return (
    <div className="page">
      <ScreenHeading>{t('title')}</ScreenHeading>
      <p className="measure pt-3 text-quiet">{t('lead')}</p>
      {next && (
        <section aria-labelledby="review-open" className="mt-6 border-l-8 border-ink pl-4">
          <h2 id="review-open" className="text-lead">
            {t('open', { count })}
          </h2>
          <p className="measure">{t('openWhy')}</p>
          <PlaceLink href={hrefTo(next.id, true)} className="flex min-h-12 items-center">
            {t('goOn')}
          </PlaceLink>
        </section>
      )}
      {base.questionnaire.map((block) => {
        const questions = asked.filter(({ id }) => block.fields.includes(id));
        if (questions.length === 0) return null;
        return (
          <section key={block.id} aria-labelledby={`review-${block.id}`} className="pt-8">
            <h2 id={`review-${block.id}`} className="text-lead">
              {say(block.name, voice)}
            </h2>
            <dl className="border-b border-line">
              {questions.map((question) => (
                <ReviewRow
                  key={question.id}
                  question={question}
                  answer={describeGiven(question, selfCheck, voice, t('unsure'))}
                  voice={voice}
                />
              ))}
            </dl>
          </section>
        );
      })}
      {others.length > 0 && (
        <details className="pt-8">
          <summary className="button-text">{t('others', { count: others.length })}</summary>
          <p className="measure">{t('othersWhy')}</p>
          <ul>
            {others.map((question) => (
              <li key={question.id}>
                <PlaceLink href={hrefTo(question.id, true)} className="flex min-h-12 items-center">
                  {say(question[voice.audience], voice)}
                </PlaceLink>
              </li>
            ))}
          </ul>
        </details>
      )}
      <div className="sticky bottom-0 -mx-5 border-t border-line bg-paper px-5 py-3 sm:static sm:mx-0 sm:border-0 sm:px-0 sm:py-6">
        <button
          type="button"
          className="button-primary w-full sm:w-auto sm:min-w-48"
          onClick={onFinish}
        >
          {t('finish')}
        </button>
      </div>
    </div>
  );
}

interface ReviewRowProps {
  readonly question: Question;
  readonly answer: string;
  readonly voice: Voice;
}

function ReviewRow({ question, answer, voice }: ReviewRowProps) {
  const t = useTranslations('check.review');
  const text = say(question[voice.audience], voice);
  return (
    <div className="grid gap-x-6 border-t border-line py-2 sm:grid-cols-[1fr_1fr_auto] sm:items-baseline">
      <dt className="text-quiet">{text}</dt>
      <dd className="font-medium">{answer}</dd>
      <dd>
        <PlaceLink href={hrefTo(question.id, true)} className="button-text">
          {t('change')} <span className="sr-only">{text}</span>
        </PlaceLink>
      </dd>
    </div>
  );
}

function describeGiven(
  question: Question,
  { answers }: SelfCheck,
  voice: Voice,
  unsureText: string,
): string {
  const answer = answers[question.id];
  return answer === undefined ? unsureText : describeAnswer(question, answer, voice);
}
