/** Papers are made in a thread of their own: the server answers others meanwhile. */
import { join } from 'node:path';
import { Piscina } from 'piscina';
import { knowledgeBase } from '@/lib/knowledge/read-rules';
import type { DrawnPaper, PaperJob } from './draw-paper';

declare global {
  var suraePapers: Piscina<PaperJob, DrawnPaper> | undefined;
}

/** At half a second each the last of them waits for less time than whoever asked. */
const waitingMax = 20;
const papersMsMax = 30_000;
/** Then the thread ends and gives back its memory. */
const idleMsMax = 10 * 60_000;

/** The file, what is wrong with the answers, or null where too many are waiting. */
export async function makePaper(job: PaperJob): Promise<DrawnPaper | null> {
  globalThis.suraePapers ??= startThread();
  if (globalThis.suraePapers.queueSize >= waitingMax) return null;
  return await globalThis.suraePapers.run(job, { signal: AbortSignal.timeout(papersMsMax) });
}

/** It has the knowledge base of this process, whatever stands on the disk by then. */
function startThread() {
  return new Piscina<PaperJob, DrawnPaper>({
    filename: join(process.cwd(), 'lib/summary/paper/worker.ts'),
    execArgv: ['--import', 'tsx'],
    workerData: knowledgeBase(),
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: idleMsMax,
  });
}
