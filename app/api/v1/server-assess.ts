/**
 * The Assessments that other systems ask for, made beside the thread that answers everybody. On it
 * json-rules-engine takes six times as long, because whatever follows a request through `await` (as
 * Next does) slows down each of its thousands of promises, and nobody else is answered meanwhile.
 */
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Piscina } from 'piscina';
import type { Answered } from '@/lib/interop/api/answer-text';
import { knowledgeBase } from '@/lib/knowledge/read-rules';
import type { answer, assessInput } from './assess-worker';

type Bytes = Uint8Array<ArrayBuffer>;

// Code that is made anew, while developing, finds the threads that there are.
const kept = globalThis as { suraeAssessPool?: Piscina };

function pool(): Piscina {
  kept.suraeAssessPool ??= new Piscina({
    filename: join(process.cwd(), 'app/api/v1/assess-worker.ts'),
    name: 'answer',
    workerData: knowledgeBase(),
    execArgv: ['--import', 'tsx'],
    minThreads: 1,
    maxThreads: Math.max(1, availableParallelism() - 1),
    // Else a task that finds all threads busy goes behind those that came later.
    stricterFIFO: true,
    // A thread that ends takes with it what json-rules-engine said so far.
    idleTimeout: Number.POSITIVE_INFINITY,
    // Room for a few hundred Assessments: the collector finds next to nothing to copy.
    resourceLimits: { maxYoungGenerationSizeMb: 64 },
  });
  return kept.suraeAssessPool;
}

/** What is posted, as text, answered: `answerText`. */
export async function serverAnswer(task: Parameters<typeof answer>[0]): Promise<Answered> {
  const said = await pool().run(task, { name: 'answer' });
  return said instanceof Uint8Array ? { ok: true, bytes: said as Bytes } : said;
}

export const serverAssess: typeof assessInput = (task) => pool().run(task, { name: 'assessInput' });
