import type { HTMLInputTypeAttribute } from 'react';

interface TextInputProps {
  readonly name: string;
  readonly label: string;
  readonly type?: HTMLInputTypeAttribute;
  readonly autoComplete?: string;
  readonly hint?: string;
  readonly fault?: string | undefined;
  readonly defaultValue?: string | undefined;
  readonly inputMode?: 'numeric';
  readonly required?: boolean;
}

/** A field of a form with its label, its hint, and its fault beside it. */
export function TextInput({ name, label, hint, fault, type = 'text', ...input }: TextInputProps) {
  const describedBy = [hint && `${name}-hint`, fault && `${name}-fault`].filter(Boolean).join(' ');
  return (
    <div>
      <label htmlFor={name} className="block font-semibold">
        {label}
      </label>
      {hint && (
        <p id={`${name}-hint`} className="text-small text-quiet">
          {hint}
        </p>
      )}
      {fault && (
        <p id={`${name}-fault`} className="border-l-8 border-ink pl-3 font-semibold">
          {fault}
        </p>
      )}
      <input
        {...input}
        id={name}
        name={name}
        type={type}
        aria-describedby={describedBy || undefined}
        aria-invalid={fault ? true : undefined}
        className="mt-1 min-h-12 w-full max-w-md rounded-small border-2 border-quiet bg-paper px-3"
      />
    </div>
  );
}
