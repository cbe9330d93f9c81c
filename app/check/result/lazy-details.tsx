'use client';

import { type ReactNode, useState } from 'react';
import { usePrinting } from '@/app/components/use-printing';

interface LazyDetailsProps {
  readonly summary: string;
  /** Made when it is first unfolded: much that nobody may look at costs time at every change. */
  readonly children: () => ReactNode;
}

/** Something long to unfold; on paper it always is. */
export function LazyDetails({ summary, children }: LazyDetailsProps) {
  const isPrinting = usePrinting();
  const [isOpen, setOpen] = useState(false);
  const [wasOpened, setOpened] = useState(false);
  return (
    <details
      className="mt-2"
      open={isOpen || isPrinting}
      onToggle={({ currentTarget }) => {
        if (isPrinting) return;
        setOpen(currentTarget.open);
        if (currentTarget.open) setOpened(true);
      }}
    >
      <summary className="button-text print:hidden">{summary}</summary>
      {(wasOpened || isPrinting) && children()}
    </details>
  );
}
