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
import type { Assessment } from '@/lib/triage/assessment';
import type { answer, assessInput } from './assess-worker';

// Code that is made anew, while developing, finds the threads that there are.
const kept = globalThis as { suraeAssessPool?: Piscina };

function pool(): Piscina {
  kept.suraeAssessPool ??= startThreads();
  return kept.suraeAssessPool;
}

function startThreads(): Piscina {
  const threads = new Piscina({
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
  // A thread that ends between two tasks is replaced; unheard, it would end the server.
  threads.on('error', tell);
  return threads;
}

/** The longest that anybody waits, the start of the threads and all who came before included. */
const waitMsMax = 30_000;

/** What is posted, as text, answered: `answerText`. */
export async function serverAnswer(task: Parameters<typeof answer>[0]): Promise<Answered> {
  const said = await run('answer', task);
  if (said === null) return { ok: false, reason: 'unavailable' };
  return said instanceof Uint8Array ? { ok: true, bytes: said as Uint8Array<ArrayBuffer> } : said;
}

/** Null where it could not be made; trying again is safe. */
export function serverAssess(task: Parameters<typeof assessInput>[0]): Promise<Assessment | null> {
  return run('assessInput', task);
}

async function run(name: string, task: unknown) {
  try {
    return await pool().run(task, { name, signal: AbortSignal.timeout(waitMsMax) });
  } catch (error) {
    tell(error);
    return null;
  }
}

/** Never what was answered: the message of an error could hold it. */
function tell(error: unknown): void {
  console.error(`assess-thread-failed ${error instanceof Error ? error.name : typeof error}`);
}
