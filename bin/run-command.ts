import { CannotStart } from './cannot-start';

/** What a command has started: how to stop it, at the latest when the command ends. */
export type Started = { stop: () => Promise<void> };

/**
 * Runs `work` and ends the process: with 0 when it is done or was told to stop (Ctrl-C, SIGTERM) and
 * stopped for no other reason, with 1 and one sentence when it cannot go on. Whatever it put into `started` is stopped first,
 * the last one first.
 */
export async function runCommand(
  work: (signal: AbortSignal, started: Started[]) => Promise<void>,
): Promise<never> {
  const { signal, abort } = stopOnSignals();
  const started: Started[] = [];
  try {
    await work(signal, started);
  } catch (error) {
    const isStopped = signal.aborted && error instanceof Error && error.name === 'AbortError';
    if (!isStopped) {
      console.error(error instanceof CannotStart ? error.message : error);
      process.exitCode = 1;
    }
  }
  abort();
  for (const { stop } of started.reverse()) await stop();
  process.exit();
}

function stopOnSignals(): { signal: AbortSignal; abort: () => void } {
  const controller = new AbortController();
  const abort = () => controller.abort();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, abort);
  return { signal: controller.signal, abort };
}
