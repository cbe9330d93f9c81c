'use client';

import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import type { Text } from '@/lib/triage/schema';
import { say } from '@/lib/triage/voice';

interface NumberInputProps {
  readonly label: string;
  readonly field: {
    readonly minimum?: number | undefined;
    readonly maximum?: number | undefined;
    readonly step?: number | undefined;
    readonly unit?: Text | undefined;
  };
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
}

/** A number to write. What is no such number stays to be mended, with its fault beside it, and is not sent. */
export function NumberInput({ label, field, value, onChange }: NumberInputProps) {
  const t = useTranslations('intake.number');
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const { minimum = 0, maximum = 0, step = 1, unit } = field;
  const shown = typed ?? (value === null ? '' : String(value));
  const fault = faultOf(shown, { minimum, maximum, step });

  function write(text: string) {
    setTyped(text);
    if (faultOf(text, { minimum, maximum, step })) return;
    onChange(text.trim() === '' ? null : toNumber(text));
  }

  return (
    <span className="inline-grid gap-0.5">
      <label htmlFor={id} className="text-quiet">
        {label}
      </label>
      <span className="flex items-center gap-2">
        <input
          id={id}
          type="text"
          inputMode="decimal"
          autoComplete="off"
          value={shown}
          aria-invalid={fault !== null}
          aria-describedby={fault ? `${id}-fault` : undefined}
          onChange={({ target }) => write(target.value)}
          onBlur={() => {
            if (!fault) setTyped(null);
          }}
          className="min-h-10 w-20 rounded-small border border-quiet bg-paper px-2 tabular-nums"
        />
        {unit && <span className="text-quiet">{say(unit, { language: 'en' })}</span>}
      </span>
      {fault && (
        <span id={`${id}-fault`} className="border-l-4 border-ink pl-2 font-semibold">
          {t(fault, { minimum, maximum, step })}
        </span>
      )}
    </span>
  );
}

interface Bounds {
  readonly minimum: number;
  readonly maximum: number;
  readonly step: number;
}

function faultOf(
  text: string,
  { minimum, maximum, step }: Bounds,
): 'noNumber' | 'range' | 'step' | null {
  if (text.trim() === '') return null;
  const number = toNumber(text);
  if (!Number.isFinite(number)) return 'noNumber';
  if (number < minimum || number > maximum) return 'range';
  const steps = number / step;
  return Math.abs(steps - Math.round(steps)) > 1e-6 ? 'step' : null;
}

/** A decimal comma is one too. */
function toNumber(text: string): number {
  return Number(text.trim().replace(',', '.'));
}
