'use client';

import { useTranslations } from 'next-intl';
import type { Question } from '@/lib/triage/knowledge-base';
import type { FieldProps } from './field';
import { OptionTarget } from './option-target';
import { notSure } from './question-schema';

const valuesMax = 11;

/** A number with so few values that each can be a radio; a slider would start on an answer. */
export function isScale(question: Question): boolean {
  return question.type === 'number' && countValues(question) <= valuesMax;
}

/** A row of labelled radios, e.g. 0 to 10. */
export function ScaleField({ question, value, onChange, firstId }: FieldProps) {
  const t = useTranslations('check');
  return (
    <div className="grid gap-2">
      <div className="grid grid-cols-[repeat(auto-fit,minmax(3rem,1fr))] gap-2">
        {scaleValues(question).map((number, place) => (
          <OptionTarget
            key={number}
            id={place === 0 ? firstId : `${firstId}-${number}`}
            type="radio"
            name={question.id}
            value={number}
            label={number}
            checked={value === number}
            onChange={() => onChange(number)}
            compact
          />
        ))}
      </div>
      {question.notSure && (
        <OptionTarget
          id={`${firstId}-not-sure`}
          type="radio"
          name={question.id}
          value={notSure}
          label={t('notSure')}
          checked={value === notSure}
          onChange={() => onChange(notSure)}
        />
      )}
    </div>
  );
}

function countValues({ minimum = 0, maximum = 0, step = 1 }: Question): number {
  return Math.floor((maximum - minimum) / step) + 1;
}

function scaleValues(question: Question): string[] {
  const { minimum = 0, step = 1 } = question;
  return Array.from({ length: countValues(question) }, (_, place) =>
    String(minimum + place * step),
  );
}
