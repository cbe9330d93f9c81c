'use client';

import { useEffect, useState } from 'react';
import type { KnowledgeBase } from '@/lib/triage/knowledge-base';

type Fetched =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly retry: () => void }
  | { readonly state: 'ready'; readonly knowledgeBase: KnowledgeBase };

interface Outcome {
  readonly attempt: number;
  readonly knowledgeBase?: KnowledgeBase;
  readonly isOutdated?: boolean;
}

/** The rules have changed since the page was opened: only the page itself can ask for the new ones. */
class OutdatedPage extends Error {}

/** The whole knowledge base, fetched once for all pages; nothing about the person goes with it. */
export function useKnowledgeBase(hash: string): Fetched {
  const [attempt, setAttempt] = useState(1);
  const [outcome, setOutcome] = useState<Outcome>();

  useEffect(() => {
    fetchKnowledgeBase(hash).then(
      (knowledgeBase) => setOutcome({ attempt, knowledgeBase }),
      (error) => setOutcome({ attempt, isOutdated: error instanceof OutdatedPage }),
    );
  }, [hash, attempt]);

  if (outcome?.attempt !== attempt) return { state: 'loading' };
  if (outcome.knowledgeBase) return { state: 'ready', knowledgeBase: outcome.knowledgeBase };
  const retry = () => (outcome.isOutdated ? window.location.reload() : setAttempt(attempt + 1));
  return { state: 'failed', retry };
}

const fetched = new Map<string, Promise<KnowledgeBase>>();

function fetchKnowledgeBase(hash: string): Promise<KnowledgeBase> {
  const known = fetched.get(hash);
  if (known) return known;
  const asked = requestKnowledgeBase(hash);
  asked.catch(() => fetched.delete(hash));
  fetched.set(hash, asked);
  return asked;
}

async function requestKnowledgeBase(hash: string): Promise<KnowledgeBase> {
  const response = await fetch(`/knowledge-base/${hash}`);
  if (response.status === 404) throw new OutdatedPage();
  if (!response.ok) throw new Error(`knowledge-base-not-fetched ${response.status}`);
  return response.json();
}
