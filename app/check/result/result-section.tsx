import type { ReactNode } from 'react';

interface ResultSectionProps {
  readonly id: string;
  readonly title: string;
  readonly children: ReactNode;
}

/** A titled part of the result. */
export function ResultSection({ id, title, children }: ResultSectionProps) {
  return (
    <section aria-labelledby={id} className="@container mt-12 border-t border-line pt-6">
      <h2 id={id} className="mb-4 text-title">
        {title}
      </h2>
      {children}
    </section>
  );
}
