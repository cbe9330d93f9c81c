'use client';

import { useEffect, useState } from 'react';
import type { KnowledgeBase } from '@/lib/triage/knowledge-base';

type Fetched =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly retry: () => void }
  | { readonly state: 'ready'; readonly knowledgeBase: KnowledgeBase };

/** The whole knowledge base, fetched once for all pages; nothing about the person goes with it. */
export function useKnowledgeBase(hash: string): Fetched {
  const [attempt, setAttempt] = useState(1);
  const [outcome, setOutcome] = useState<{ attempt: number; knowledgeBase?: KnowledgeBase }>();

  useEffect(() => {
    fetchKnowledgeBase(hash).then(
      (knowledgeBase) => setOutcome({ attempt, knowledgeBase }),
      () => setOutcome({ attempt }),
    );
  }, [hash, attempt]);

  if (outcome?.attempt !== attempt) return { state: 'loading' };
  if (outcome.knowledgeBase) return { state: 'ready', knowledgeBase: outcome.knowledgeBase };
  return { state: 'failed', retry: () => setAttempt(attempt + 1) };
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
  if (!response.ok) throw new Error(`knowledge-base-not-fetched ${response.status}`);
  return response.json();
}
