/** What the twin holds, in a process of its own: `node --expose-gc … bin/bench.ts memory-probe 30`. */
import { knowledgeBase } from '@/lib/knowledge/read-rules';
import { ruleBookOf } from '@/lib/triage/rule-book';
import { compileTwin } from '@/lib/triage/twin';
import { randomInputs } from './bench-inputs';
import { enlarge } from './enlarge';

export interface MemoryUse {
  readonly rules: number;
  /** In kilobytes of heap: the compiled twin, beside its rule book. */
  readonly twinHeapKb: number;
  readonly ruleBookHeapKb: number;
  /** In bytes of heap, on average. */
  readonly bytesPerHeldEvaluation: number;
  /** Of the whole process after that, in megabytes. */
  readonly heapMb: number;
  readonly rssMb: number;
}

const heldCount = 500;

export function probeMemory(factor: number): MemoryUse {
  const base = enlarge(knowledgeBase(), factor);
  const inputs = randomInputs(base, heldCount, factor);
  const before = heapAfterCollection();
  const book = ruleBookOf(base);
  const withBook = heapAfterCollection();
  const twin = compileTwin(book);
  const withTwin = heapAfterCollection();
  // What the first evaluations leave behind for good is the twin's own.
  for (const input of inputs) twin.evaluate(input);
  const warm = heapAfterCollection();
  const held = inputs.map(twin.evaluate);
  const withHeld = heapAfterCollection();
  return {
    rules: book.rules.length,
    twinHeapKb: Math.round((withTwin - withBook) / 1024),
    ruleBookHeapKb: Math.round((withBook - before) / 1024),
    bytesPerHeldEvaluation: Math.round((withHeld - warm) / held.length),
    heapMb: Math.round(withHeld / 1024 ** 2),
    rssMb: Math.round(process.memoryUsage().rss / 1024 ** 2),
  };
}

function heapAfterCollection(): number {
  if (!globalThis.gc) throw new Error('bench: the memory probe needs --expose-gc');
  globalThis.gc();
  return process.memoryUsage().heapUsed;
}
