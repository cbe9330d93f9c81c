'use client';

import { useState } from 'react';
import { DecisionField } from './decision-field';

interface TextFieldProps {
  readonly id: string;
  readonly label: string;
  readonly value: string | undefined;
  readonly fault?: string | null;
  readonly onChange: (value: string | null) => void;
  readonly lengthMax: number;
  readonly rows?: number;
}

/** Text that is told on at every key, trimmed; while it has the focus it stays as it is typed. */
export function TextField(props: TextFieldProps) {
  const { id, label, value = '', fault = null, onChange, lengthMax, rows = 1 } = props;
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <DecisionField id={id} label={label} fault={fault}>
      {(control) => (
        <textarea
          {...control}
          rows={rows}
          maxLength={lengthMax}
          value={typed ?? value}
          onFocus={() => setTyped(value)}
          onBlur={() => setTyped(null)}
          onChange={({ target }) => {
            setTyped(target.value);
            onChange(target.value.trim() || null);
          }}
        />
      )}
    </DecisionField>
  );
}
