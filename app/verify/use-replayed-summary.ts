'use client';

import { useEffect, useState, useSyncExternalStore } from 'react';
import { useKnowledgeBase } from '@/app/check/use-knowledge-base';
import { readReplay } from '@/lib/summary/replay';
import { summarize } from '@/lib/summary/summarize';
import type { Summary } from '@/lib/summary/summary';
import { assess } from '@/lib/triage/assess';
import type { KnowledgeBase } from '@/lib/triage/knowledge-base';

export type Replay =
  | { readonly state: 'working' | 'nothing' | 'malformed' | 'not-valid' | 'other-knowledge-base' }
  | { readonly state: 'failed'; readonly retry: () => void }
  | { readonly state: 'ready'; readonly summary: Summary };

/**
 * What the answers behind the `#` of this page's address give today, by the same rules as then.
 * They never leave the device.
 * @param hash of the knowledge base that the server has
 */
export function useReplayedSummary(hash: string): Replay {
  const written = useSyncExternalStore(watchFragment, readFragment, () => null);
  const fetched = useKnowledgeBase(hash);
  const base = fetched.state === 'ready' ? fetched.knowledgeBase : null;
  const [replayed, setReplayed] = useState<{ written: string; replay: Replay } | null>(null);

  useEffect(() => {
    if (!base || !written) return;
    let isCurrent = true;
    replayAnswers(base, written).then(
      (replay) => isCurrent && setReplayed({ written, replay }),
      // Thrown where the nearest error page sees it.
      (error) =>
        setReplayed(() => {
          throw error;
        }),
    );
    return () => {
      isCurrent = false;
    };
  }, [base, written]);

  if (written === null) return { state: 'working' };
  if (written === '') return { state: 'nothing' };
  if (fetched.state === 'failed') return fetched;
  return replayed?.written === written ? replayed.replay : { state: 'working' };
}

async function replayAnswers(base: KnowledgeBase, written: string): Promise<Replay> {
  const read = readReplay(base, written);
  if (!read.ok) return { state: read.reason };
  const { input, unsure, at, language } = read;
  const voice = { audience: 'clinician', language } as const;
  const assessment = await assess(base, input, at, language, voice.audience);
  return { state: 'ready', summary: await summarize(base, input, assessment, voice, { unsure }) };
}

function readFragment(): string {
  return window.location.hash.slice(1);
}

function watchFragment(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}
