import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFreePort } from '@/bin/free-port';

/** A running `npm start`, or one that has ended. */
export type Surae = {
  launcher: ChildProcess;
  output: () => string;
  /** Resolves when it prints `text`; rejects with all that it printed when it ends before. */
  prints: (text: string) => Promise<void>;
  /** Its exit code, once it has ended. */
  ends: Promise<number | null>;
};

/** Runs the start command with `environment` added to this process's own. */
export function startSurae(environment: Record<string, string>): Surae {
  const launcher = spawn(process.execPath, ['--import', 'tsx', 'bin/start.ts'], {
    env: { ...process.env, DATABASE_URL: '', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const listeners = new Set<() => void>();
  for (const stream of [launcher.stdout, launcher.stderr]) {
    stream.on('data', (chunk) => {
      output += chunk;
      for (const listener of listeners) listener();
    });
  }
  const ends = new Promise<number | null>((resolve) => launcher.once('close', resolve));
  const prints = (text: string) =>
    new Promise<void>((resolve, reject) => {
      const look = () => output.includes(text) && resolve();
      listeners.add(look);
      look();
      void ends.then(() => reject(new Error(`ended without printing "${text}":\n${output}`)));
    });
  return { launcher, output: () => output, prints, ends };
}

/** An empty data folder and a free port, for one run of Surae; `remove` deletes the folder. */
export async function prepareRun(): Promise<{
  environment: { SURAE_DATA: string; PORT: string };
  url: string;
  remove: () => void;
}> {
  const folder = mkdtempSync(join(tmpdir(), 'surae-test-'));
  const port = await findFreePort();
  return {
    environment: { SURAE_DATA: folder, PORT: String(port) },
    url: `http://127.0.0.1:${port}`,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
