'use client';

import { useTranslations } from 'next-intl';
import { sayTo } from '@/lib/triage/voice';
import type { FieldProps } from './field';
import { OptionTarget } from './option-target';
import { notSure } from './question-schema';
import { toggleOption } from './toggle-option';

/** One of several options, or any number of them; "Not sure" as one more where it is honest. */
export function ChoiceField({ question, voice, value, onChange, firstId }: FieldProps) {
  const t = useTranslations('check');
  const options = question.options ?? [];
  const targets = [
    ...options.map((option) => ({ value: option.value, label: sayTo(option, voice) })),
    ...(question.notSure ? [{ value: notSure, label: t('notSure') }] : []),
  ];
  const isMultiple = question.type === 'multiple';
  const ticked = typeof value === 'string' ? [value] : value;
  return (
    <div className="grid gap-2">
      {targets.map((target, place) => (
        <OptionTarget
          key={target.value}
          id={place === 0 ? firstId : `${firstId}-${place + 1}`}
          type={isMultiple ? 'checkbox' : 'radio'}
          name={question.id}
          value={target.value}
          label={target.label}
          checked={ticked.includes(target.value)}
          onChange={() =>
            onChange(isMultiple ? toggleOption(options, ticked, target.value) : target.value)
          }
        />
      ))}
    </div>
  );
}
