'use client';

import type { ReactNode } from 'react';
import { useFormStatus } from 'react-dom';

/** The button that sends its form; while it is under way, pressing it again does nothing. */
export function Submit({ children, quiet = false }: { children: ReactNode; quiet?: boolean }) {
  const { pending } = useFormStatus();
  return (
    <button
      type="submit"
      className={quiet ? 'button-quiet' : 'button-primary'}
      aria-disabled={pending}
      onClick={(event) => pending && event.preventDefault()}
    >
      {children}
    </button>
  );
}
