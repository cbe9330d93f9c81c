'use client';

import { useTranslations } from 'next-intl';
import { say } from '@/lib/triage/voice';
import { ChoiceField } from './choice-field';
import type { FieldProps } from './field';
import { LocationField, locationQuestion } from './location-field';
import { NumberField } from './number-field';
import { isScale, ScaleField } from './scale-field';
import { ScreenHeading } from './screen-heading';

interface QuestionFieldProps extends FieldProps {
  readonly text: string;
  readonly side: string | undefined;
  readonly error: string | undefined;
}

/** The question as the page's heading, its help, its error, and the field of its type. */
export function QuestionField({ text, side, error, ...field }: QuestionFieldProps) {
  const t = useTranslations('check');
  const { question, voice, firstId } = field;
  const helpId = `${firstId}-help`;
  const errorId = `${firstId}-error`;
  const describedBy =
    [question.help && helpId, error && errorId].filter(Boolean).join(' ') || undefined;

  const heading = <ScreenHeading id={`${firstId}-text`}>{text}</ScreenHeading>;
  const hints = (
    <div className="pt-3 pb-6">
      {question.help && (
        <p id={helpId} className="measure text-quiet">
          {say(question.help, voice)}
        </p>
      )}
      {question.type === 'multiple' && <p className="text-quiet">{t('tickAll')}</p>}
      {error && (
        <p id={errorId} className="mt-3 border-l-8 border-ink pl-3 font-semibold">
          <span className="sr-only">{t('errors.prefix')} </span>
          {error}
        </p>
      )}
    </div>
  );

  if (question.type === 'number' && !isScale(question)) {
    return (
      <>
        {heading}
        {hints}
        <NumberField
          {...field}
          labelledBy={`${firstId}-text`}
          describedBy={describedBy}
          isRefused={error !== undefined}
        />
      </>
    );
  }
  return (
    <fieldset aria-describedby={describedBy} className="min-w-0">
      <legend>{heading}</legend>
      {hints}
      <ChosenField field={field} side={side} />
    </fieldset>
  );
}

function ChosenField({ field, side }: { field: FieldProps; side: string | undefined }) {
  if (field.question.id === locationQuestion) return <LocationField {...field} side={side} />;
  if (field.question.type === 'number') return <ScaleField {...field} />;
  return <ChoiceField {...field} />;
}
