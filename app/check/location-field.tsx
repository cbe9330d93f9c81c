'use client';

import { LegMapInput } from '@/app/components/leg-map-input';
import { sayTo } from '@/lib/triage/voice';
import { ChoiceField } from './choice-field';
import type { FieldProps } from './field';
import { toggleOption } from './toggle-option';

/** The question whose options are areas of the leg. */
export const locationQuestion = 'pain-location';

interface LocationFieldProps extends FieldProps {
  /** Which leg hurts, if that has been said. */
  readonly side: string | undefined;
}

/** The leg map and the list of its areas: one choice, made in either. */
export function LocationField({ side, ...field }: LocationFieldProps) {
  const options = field.question.options ?? [];
  const ticked = typeof field.value === 'string' ? [field.value] : field.value;
  const names = Object.fromEntries(
    options.map((option) => [option.value, sayTo(option, field.voice)]),
  );
  return (
    <div className="grid gap-x-12 gap-y-6 lg:grid-cols-[27rem_1fr]">
      <div className="mx-auto w-full max-w-md">
        <LegMapInput
          names={names}
          marked={ticked}
          side={side}
          onToggle={(value) => field.onChange(toggleOption(options, ticked, value))}
        />
      </div>
      <ChoiceField {...field} />
    </div>
  );
}
