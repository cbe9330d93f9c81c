'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useTranslations } from 'next-intl';
import { useController, useForm } from 'react-hook-form';
import type { Answer } from '@/lib/triage/answers';
import type { Question } from '@/lib/triage/knowledge-base';
import { say, type Voice } from '@/lib/triage/voice';
import { DeleteAnswers } from './delete-answers';
import { ErrorSummary } from './error-summary';
import { locationQuestion } from './location-field';
import { PlaceLink } from './place-link';
import { QuestionField } from './question-field';
import { type QuestionInput, questionSchema } from './question-schema';
import { usePageTitle } from './use-page-title';

interface QuestionPageProps {
  readonly question: Question;
  readonly voice: Voice;
  /** What was answered before. */
  readonly input: QuestionInput;
  readonly side: string | undefined;
  readonly wayBack: string;
  /** How far one has come, in words. */
  readonly progress: string;
  readonly onAnswer: (answer: Answer | null) => Promise<void>;
}

/** One question, set large. It goes on only with an answer. */
export function QuestionPage(props: QuestionPageProps) {
  const { question, voice, input, side, wayBack, progress, onAnswer } = props;
  const t = useTranslations('check');
  const { minimum = 0, maximum = 0 } = question;
  const schema = questionSchema(question, (problem) =>
    t(`errors.${problem}.${question.type}`, { minimum, maximum }),
  );
  const form = useForm<QuestionInput, unknown, { answer: Answer | null }>({
    resolver: zodResolver(schema),
    defaultValues: input,
    reValidateMode: 'onSubmit',
    shouldFocusError: false,
  });
  const { field } = useController({ name: 'answer', control: form.control });
  const { errors, isSubmitting, submitCount } = form.formState;
  const error = errors.answer?.message;
  const text = say(question[voice.audience], voice);
  const firstId = `answer-${question.id}`;
  usePageTitle(error ? t('errors.pageTitle', { title: text }) : text);

  return (
    <div className={question.id === locationQuestion ? 'page-wide' : 'page'}>
      <PlaceLink href={wayBack} className="button-text -mt-3 mb-1">
        {t('back')}
      </PlaceLink>
      {error && <ErrorSummary message={error} target={firstId} attempt={submitCount} />}
      <p className="pb-1 text-small text-quiet">{progress}</p>
      <form noValidate onSubmit={form.handleSubmit(({ answer }) => onAnswer(answer))}>
        <QuestionField
          question={question}
          voice={voice}
          text={text}
          value={field.value}
          onChange={field.onChange}
          firstId={firstId}
          side={side}
          error={error}
        />
        <details className="measure pt-4">
          <summary className="flex min-h-12 items-center text-accent underline underline-offset-3">
            {t('why')}
          </summary>
          <p className="border-l-2 border-line pl-4">{say(question.why, voice)}</p>
        </details>
        <div className="sticky bottom-0 -mx-5 border-t border-line bg-paper px-5 py-3 sm:static sm:mx-0 sm:border-0 sm:px-0 sm:py-6">
          <button
            type="submit"
            className="button-primary w-full sm:w-auto sm:min-w-48"
            disabled={isSubmitting}
          >
            {t('continue')}
          </button>
        </div>
      </form>
      <DeleteAnswers />
    </div>
  );
}
