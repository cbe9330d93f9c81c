'use client';

import { useTranslations } from 'next-intl';
import { say } from '@/lib/triage/voice';
import type { FieldProps } from './field';
import { OptionTarget } from './option-target';
import { notSure } from './question-schema';

interface NumberFieldProps extends FieldProps {
  readonly labelledBy: string;
  readonly describedBy: string | undefined;
  readonly isRefused: boolean;
}

/** A number to write; "Not sure" empties it, and writing unticks "Not sure". */
export function NumberField(props: NumberFieldProps) {
  const { question, voice, value, onChange, firstId, labelledBy, describedBy, isRefused } = props;
  const t = useTranslations('check');
  const isUnsure = value === notSure;
  return (
    <div className="grid gap-4">
      <div className="flex items-center gap-3">
        <input
          id={firstId}
          name={question.id}
          type="text"
          inputMode={(question.step ?? 1) % 1 === 0 ? 'numeric' : 'decimal'}
          autoComplete="off"
          aria-labelledby={labelledBy}
          aria-describedby={describedBy}
          aria-invalid={isRefused || undefined}
          value={isUnsure || typeof value !== 'string' ? '' : value}
          onChange={(event) => onChange(event.target.value)}
          className="min-h-14 w-32 rounded-small border-2 border-quiet bg-paper px-4 text-lead tabular-nums"
        />
        {question.unit && <span>{say(question.unit, voice)}</span>}
      </div>
      {question.notSure && (
        <OptionTarget
          id={`${firstId}-not-sure`}
          type="checkbox"
          name={question.id}
          value={notSure}
          label={t('notSure')}
          checked={isUnsure}
          onChange={() => onChange(isUnsure ? '' : notSure)}
        />
      )}
    </div>
  );
}
