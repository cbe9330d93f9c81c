/** An app process as far as the database knows: a PrismaClient of its own, and some callers. */
import { setTimeout as sleep } from 'node:timers/promises';
import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from '@/lib/intake/generated/client';
import { type CallerJob, type CallerResult, orderSchema } from './caller-job';
import { type Call, makeCall } from './make-call';
import { watchPauses } from './watch-pauses';

/** After a failure a caller waits, as a device does before it tries again. */
const retryMs = 20;

/** Whoever waits for the next order. */
let take = (_order: 'go' | 'end') => {};

process.on('message', (message) => {
  const order = orderSchema.parse(message);
  if (typeof order === 'string') take(order);
  else void work(order);
});
process.on('disconnect', () => process.exit());

async function work(job: CallerJob): Promise<void> {
  const adapter = new PrismaPg({ connectionString: job.url, max: job.pool });
  const database = new PrismaClient({ adapter });
  const call = await makeCall(job, database);
  const warm = await callUntil(call, job, job.warmUpMs);
  await answer('ready', 'go');
  const result = await callUntil(call, job, job.measuredMs);
  const acknowledged = [...warm.acknowledged, ...result.acknowledged];
  await answer({ ...result, acknowledged }, 'end');
  await database.$disconnect();
  process.send?.('ended');
}

/** Sends it, and resolves when the order comes that follows upon it. */
function answer(message: CallerResult | 'ready', next: 'go' | 'end'): Promise<void> {
  return new Promise((resolve) => {
    take = (order) => {
      if (order === next) resolve();
    };
    process.send?.(message);
  });
}

async function callUntil(
  call: Call,
  { callers }: CallerJob,
  durationMs: number,
): Promise<CallerResult> {
  const start = performance.now();
  const endWatch = watchPauses();
  const processorStart = process.cpuUsage();
  const result: Omit<CallerResult, 'elapsedMs' | 'processorMs' | 'longestPauseMs'> = {
    latenciesMs: [],
    failuresMs: [],
    failures: {},
    acknowledged: [],
  };
  const callAgain = async () => {
    while (performance.now() - start < durationMs) {
      const before = performance.now();
      try {
        const acknowledged = await call();
        if (!acknowledged) return;
        result.latenciesMs.push(performance.now() - before);
        result.acknowledged.push(acknowledged);
      } catch (error) {
        const kind = kindOf(error);
        result.failures[kind] = (result.failures[kind] ?? 0) + 1;
        result.failuresMs.push(performance.now() - before);
        await sleep(retryMs);
      }
    }
  };
  await Promise.all(Array.from({ length: callers }, callAgain));
  const { user, system } = process.cpuUsage(processorStart);
  const elapsedMs = performance.now() - start;
  const longestPauseMs = endWatch();
  return { ...result, longestPauseMs, elapsedMs, processorMs: (user + system) / 1000 };
}

/** The name and code of a failure: its message may quote what was sent. */
function kindOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  return 'code' in error ? `${error.name} ${error.code}` : error.name;
}
