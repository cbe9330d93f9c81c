import type { ReactNode } from 'react';
import type { Audience } from '@/lib/triage/answers';
import { LazyDetails } from './lazy-details';

interface LaterReadingProps {
  readonly reader: Audience;
  readonly summary: string;
  readonly children: () => ReactNode;
}

/** What a patient has no need of in the first reading, folded; a clinician has it at once. */
export function LaterReading({ reader, summary, children }: LaterReadingProps) {
  if (reader === 'clinician') return children();
  return <LazyDetails summary={summary}>{children}</LazyDetails>;
}
