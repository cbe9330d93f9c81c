/** What runs in each thread of `server-assess.ts`: a twin and a memory of its own. */
import { move, workerData } from 'piscina';
import { answerText } from '@/lib/interop/api/answer-text';
import type { Input } from '@/lib/triage/answers';
import type { KnowledgeBase } from '@/lib/triage/knowledge-base';
import { makeRejudgingAssess } from '@/lib/triage/rejudging-assess';

/** That of the process, whatever stands on the disk by now. */
const base: KnowledgeBase = workerData;

const assess = makeRejudgingAssess(base, (rules) => {
  console.error(`twin-differs ${rules.join(' ')}; from now on json-rules-engine alone assesses`);
});

/**
 * The clock is what the text brings, or `at`.
 * @returns the bytes by themselves, because only so they go over without being copied
 */
export async function answer({ text, at }: { text: string; at: Date }) {
  const answered = await answerText(base, assess, text, at);
  return answered.ok ? move(answered.bytes) : answered;
}

export const assessInput = ({ input, at }: { input: Input; at: Date }) => assess(input, at);
