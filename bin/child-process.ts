import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';

/** How long a process group may take to end before it is killed, in milliseconds. */
const graceMs = 10_000;

/**
 * Starts `command` in a process group of its own, so that a terminal's Ctrl-C reaches only the
 * launcher, which then ends everything in order. The child's stdin is a pipe that closes when the
 * launcher dies.
 */
export function startChild(
  command: string,
  args: readonly string[],
  options: SpawnOptions = {},
): ChildProcess {
  return spawn(command, args, {
    stdio: ['pipe', 'ignore', 'inherit'],
    detached: true,
    ...options,
    env: {
      ...(options.env ?? process.env),
      SURAE_LAUNCHER: String(process.pid),
      NEXT_TELEMETRY_DISABLED: '1',
    },
  });
}

/** Node's arguments for one of our dependencies' commands, ended when the launcher dies. */
export function nodeArguments(script: string, ...args: readonly string[]): string[] {
  return ['--import', './bin/end-with-launcher.js', `node_modules/${script}`, ...args];
}

/** Whether `child` has ended, or could not be started at all. */
export function hasEnded({ pid, exitCode, signalCode }: ChildProcess): boolean {
  return pid === undefined || exitCode !== null || signalCode !== null;
}

/** Resolves when `child` has ended, and resolves at once when it already had. */
export async function untilEnded(child: ChildProcess): Promise<void> {
  if (!hasEnded(child)) await once(child, 'exit');
}

/** Ends `child` and everything in its process group; safe to call twice. */
export async function endChild(child: ChildProcess): Promise<void> {
  if (child.pid === undefined) return;
  const group = child.pid;
  signalGroup(group, 'SIGTERM');
  const kill = setTimeout(() => signalGroup(group, 'SIGKILL'), graceMs);
  await untilEnded(child);
  clearTimeout(kill);
  signalGroup(group, 'SIGKILL');
}

/**
 * Runs `command` to its end and returns its exit code with all that it printed. When `signal` is
 * aborted, the command's whole group is ended first and the abort is thrown after it.
 */
export async function runToEnd(
  command: string,
  args: readonly string[],
  signal: AbortSignal,
  options: SpawnOptions = {},
): Promise<{ code: number | null; output: string }> {
  signal.throwIfAborted();
  const child = startChild(command, args, { ...options, stdio: ['pipe', 'pipe', 'pipe'] });
  const end = () => void endChild(child);
  signal.addEventListener('abort', end);
  const output: string[] = [];
  child.stdout?.on('data', (chunk) => output.push(String(chunk)));
  child.stderr?.on('data', (chunk) => output.push(String(chunk)));
  child.on('error', (error) => output.push(error.message));
  await new Promise((resolve) => child.once('close', resolve));
  signal.removeEventListener('abort', end);
  signal.throwIfAborted();
  return { code: child.exitCode, output: output.join('') };
}

function signalGroup(group: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-group, signal);
  } catch {
    // The group has ended already, which is what was wanted.
  }
}
