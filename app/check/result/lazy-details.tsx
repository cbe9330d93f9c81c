'use client';

import { type ReactNode, useState } from 'react';

interface LazyDetailsProps {
  readonly summary: string;
  /** Made when it is first unfolded: much that nobody may look at costs time at every change. */
  readonly children: () => ReactNode;
}

/** Something long to unfold. */
export function LazyDetails({ summary, children }: LazyDetailsProps) {
  const [wasOpened, setOpened] = useState(false);
  return (
    <details className="mt-2" onToggle={(event) => event.currentTarget.open && setOpened(true)}>
      <summary className="button-text">{summary}</summary>
      {wasOpened && children()}
    </details>
  );
}
