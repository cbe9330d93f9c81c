'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';

interface ErrorSummaryProps {
  readonly message: string;
  /** The id of the input that mends it. */
  readonly target: string;
  /** How often the form was refused: each time it takes the focus. */
  readonly attempt: number;
}

/** What keeps the form from going on, at the top, with the focus. */
export function ErrorSummary({ message, target, attempt }: ErrorSummaryProps) {
  const t = useTranslations('check.errors');
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (attempt > 0) summary.current?.focus();
  }, [attempt]);
  return (
    <div
      ref={summary}
      role="alert"
      tabIndex={-1}
      className="mb-6 border-2 border-l-8 border-ink px-5 py-4"
    >
      <h2 className="text-lead">{t('title')}</h2>
      <a
        href={`#${target}`}
        className="flex min-h-12 items-center font-semibold text-ink"
        onClick={(event) => {
          event.preventDefault();
          document.getElementById(target)?.focus();
        }}
      >
        {message}
      </a>
    </div>
  );
}
