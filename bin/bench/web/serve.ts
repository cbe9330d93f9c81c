/** Servers on loopback, for as long as they are measured. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { endChild, hasEnded, nodeArguments, startChild } from '../../child-process';
import { findFreePort } from '../../free-port';

export interface Served {
  readonly url: string;
  readonly pid: number;
  /** From the spawning of the command to its first answer. */
  readonly startedMs: number;
  readonly stop: () => Promise<void>;
}

const pollMs = 10;

/** Surae as `npm start` starts it, with its data in `folder` and these settings. */
export async function serveSurae(
  folder: string,
  signal: AbortSignal,
  settings: Readonly<Record<string, string>> = {},
): Promise<Served> {
  const port = await findFreePort();
  const start = performance.now();
  const launcher = spawn(process.execPath, ['--import', 'tsx', 'bin/start.ts'], {
    env: { ...process.env, DATABASE_URL: '', SURAE_DATA: folder, PORT: String(port), ...settings },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const stop = async () => {
    if (hasEnded(launcher)) return;
    launcher.kill('SIGTERM');
    await once(launcher, 'exit');
  };
  return await untilServed(launcher, `http://127.0.0.1:${port}`, '/health', start, stop, signal);
}

/** A Next application that has been built in `folder`. */
export async function serveNext(folder: string, signal: AbortSignal): Promise<Served> {
  const port = await findFreePort();
  const start = performance.now();
  const child = startChild(
    process.execPath,
    nodeArguments(
      'next/dist/bin/next',
      'start',
      folder,
      '--port',
      String(port),
      '--hostname',
      '127.0.0.1',
    ),
  );
  const stop = () => endChild(child);
  return await untilServed(child, `http://127.0.0.1:${port}`, '/', start, stop, signal);
}

async function untilServed(
  child: ChildProcess,
  url: string,
  path: string,
  start: number,
  stop: () => Promise<void>,
  signal: AbortSignal,
): Promise<Served> {
  try {
    while (!(await answers(url + path))) {
      signal.throwIfAborted();
      if (hasEnded(child)) throw new Error(`bench: nothing serves ${url}`);
      await sleep(pollMs);
    }
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, pid: child.pid ?? 0, startedMs: Math.round(performance.now() - start), stop };
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok;
  } catch {
    return false;
  }
}
