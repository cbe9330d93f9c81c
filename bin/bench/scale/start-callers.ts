/** Caller processes that are started once, and then given one job after the other. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { z } from 'zod';
import { answerSchema, type CallerJob, type CallerResult } from './caller-job';

export type CommonJob = Omit<CallerJob, 'place' | 'keys' | 'references'> &
  Partial<Pick<CallerJob, 'keys' | 'references'>>;

export interface Callers {
  /**
   * Has so many of the processes do the job at the same time; they begin when all are ready.
   * `databaseMs` is by how much `databaseClock` moves on meanwhile.
   */
  readonly run: (
    processes: number,
    job: CommonJob,
    databaseClock: () => number | null,
  ) => Promise<{ results: CallerResult[]; databaseMs: number | null }>;
  readonly stop: () => Promise<void>;
}

export function startCallers(processes: number): Callers {
  const script = fileURLToPath(new URL('./caller.ts', import.meta.url));
  const children = Array.from({ length: processes }, () =>
    fork(script, { execArgv: ['--import', 'tsx'], stdio: ['ignore', 'inherit', 'inherit', 'ipc'] }),
  );
  return {
    run: async (count, job, databaseClock) => {
      const some = children.slice(0, count);
      const tell = (order: (place: number) => object | string) =>
        Promise.all(
          some.map((child, place) => {
            const answered = untilAnswered(child);
            child.send(order(place));
            return answered;
          }),
        );
      await tell((place) => ({ ...job, place }));
      const before = databaseClock();
      const answers = await tell(() => 'go');
      const after = databaseClock();
      await tell(() => 'end');
      const results = answers.filter((answer) => typeof answer === 'object');
      const databaseMs = before === null || after === null ? null : after - before;
      return { results, databaseMs };
    },
    stop: async () => {
      for (const child of children) child.kill('SIGKILL');
    },
  };
}

async function untilAnswered(child: ChildProcess): Promise<z.output<typeof answerSchema>> {
  const over = new AbortController();
  const { signal } = over;
  const ended = once(child, 'exit', { signal }).then(() => {
    throw new Error('bench: a caller process ended');
  });
  ended.catch(() => {});
  try {
    const [answer] = await Promise.race([once(child, 'message', { signal }), ended]);
    return answerSchema.parse(answer);
  } finally {
    over.abort();
  }
}
