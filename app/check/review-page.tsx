'use client';

import { useTranslations } from 'next-intl';
import { describeAnswer } from '@/lib/triage/describe-answer';
import type { KnowledgeBase, Question } from '@/lib/triage/knowledge-base';
import { say, type Voice } from '@/lib/triage/voice';
import { findOpen } from './find-next-place';
import { PlaceLink } from './place-link';
import { hrefTo } from './places';
import { ScreenHeading } from './screen-heading';
import { usePageTitle } from './use-page-title';
import type { SelfCheck } from './use-self-check';

/** More questions than these are named only where they stand. */
const namedMax = 5;

interface ReviewPageProps {
  readonly base: KnowledgeBase;
  readonly asked: readonly Question[];
  readonly selfCheck: SelfCheck;
  readonly voice: Voice;
  readonly onFinish: () => void;
}

/** All answers in words, each with a way to change it; what is not answered is named first. */
export function ReviewPage({ base, asked, selfCheck, voice, onFinish }: ReviewPageProps) {
  const t = useTranslations('check.review');
  const open = findOpen(asked, selfCheck);
  usePageTitle(t('title'));
  return (
    <div className="page">
      <ScreenHeading>{t('title')}</ScreenHeading>
      <p className="measure pt-3 text-quiet">{t('lead')}</p>
      {open.length > 0 && (
        <section aria-labelledby="review-open" className="mt-6 border-l-8 border-ink pl-4">
          <h2 id="review-open" className="text-lead">
            {t('open', { count: open.length })}
          </h2>
          <ul>
            {open.slice(0, namedMax).map((question) => (
              <li key={question.id}>
                <PlaceLink href={hrefTo(question.id, true)} className="flex min-h-12 items-center">
                  {say(question[voice.audience], voice)}
                </PlaceLink>
              </li>
            ))}
          </ul>
          {open.length > namedMax && <p>{t('more', { count: open.length - namedMax })}</p>}
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
                  isOpen={open.includes(question)}
                  answer={describeGiven(question, selfCheck, voice, t('unsure'), t('unanswered'))}
                  voice={voice}
                />
              ))}
            </dl>
          </section>
        );
      })}
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
  readonly isOpen: boolean;
  readonly voice: Voice;
}

function ReviewRow({ question, answer, isOpen, voice }: ReviewRowProps) {
  const t = useTranslations('check.review');
  const text = say(question[voice.audience], voice);
  return (
    <div className="grid gap-x-6 border-t border-line py-2 sm:grid-cols-[1fr_1fr_auto] sm:items-baseline">
      <dt className="text-quiet">{text}</dt>
      <dd className="font-medium">{answer}</dd>
      <dd>
        <PlaceLink href={hrefTo(question.id, true)} className="button-text">
          {t(isOpen ? 'answer' : 'change')} <span className="sr-only">{text}</span>
        </PlaceLink>
      </dd>
    </div>
  );
}

function describeGiven(
  question: Question,
  { answers, unsure }: SelfCheck,
  voice: Voice,
  unsureText: string,
  unansweredText: string,
): string {
  const answer = answers[question.id];
  if (answer !== undefined) return describeAnswer(question, answer, voice);
  return unsure.includes(question.id) ? unsureText : unansweredText;
}
