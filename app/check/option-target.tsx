import type { ChangeEventHandler } from 'react';

interface OptionTargetProps {
  readonly id: string;
  readonly type: 'radio' | 'checkbox';
  readonly name: string;
  readonly value: string;
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: ChangeEventHandler<HTMLInputElement>;
  readonly compact?: boolean;
}

/** An option as wide as the column and at least 48 px high, its native input visible. */
export function OptionTarget({ label, compact = false, ...input }: OptionTargetProps) {
  const place = compact
    ? 'flex-col justify-center gap-1 px-1 py-2 tabular-nums'
    : 'gap-4 px-4 py-3';
  return (
    <label
      className={`flex min-h-12 cursor-pointer items-center rounded-small border border-line ${place} hover:border-quiet has-checked:border-accent has-checked:bg-raised has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent`}
    >
      <input {...input} className="size-6 shrink-0 outline-none" />
      <span>{label}</span>
    </label>
  );
}
