import type { ReactNode } from 'react';

interface DecisionFieldProps {
  readonly id: string;
  readonly label: string;
  readonly fault: string | null;
  readonly children: (control: ControlProps) => ReactNode;
}

interface ControlProps {
  readonly id: string;
  readonly className: string;
  readonly 'aria-invalid': boolean;
  readonly 'aria-describedby': string | undefined;
}

/** A control of the decision with its label, and its fault beside it. */
export function DecisionField({ id, label, fault, children }: DecisionFieldProps) {
  return (
    <div>
      <label htmlFor={id} className="block font-semibold">
        {label}
      </label>
      {children({
        id,
        className: 'min-h-10 w-full rounded-small border border-quiet bg-paper px-2 py-1',
        'aria-invalid': fault !== null,
        'aria-describedby': fault ? `${id}-fault` : undefined,
      })}
      {fault && (
        <p id={`${id}-fault`} className="border-l-4 border-ink pl-2 font-semibold">
          {fault}
        </p>
      )}
    </div>
  );
}
