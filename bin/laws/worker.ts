/** What runs in each worker thread: a twin of its own, and stretch after stretch. */
import { workerData } from 'piscina';
import type { KnowledgeBase } from '@/lib/triage/knowledge-base';
import { twinOf } from '@/lib/triage/twin';
import { makeCheckCases } from './check-cases';

/** What every worker is given at its start. */
export interface LawsJob {
  readonly knowledgeBase: KnowledgeBase;
  readonly seed: number;
}

const { knowledgeBase, seed }: LawsJob = workerData;

export default makeCheckCases(twinOf(knowledgeBase), seed);
