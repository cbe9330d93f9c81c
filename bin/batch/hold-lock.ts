/** One run at a time on one output: a lock that the operating system releases when its holder dies. */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, realpathSync, renameSync, rmSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Before another try, where the lock was neither free nor held by a living process. */
const retryMs = 50;

/**
 * Waits until no other process holds the lock on `output`, then holds it.
 * @param sayWaiting called once when it has to wait
 * @returns how to release it; throws when `signal` is aborted while it waits
 */
export async function holdLock(
  output: string,
  signal: AbortSignal,
  sayWaiting: () => void,
): Promise<() => void> {
  const address = addressFor(output);
  let hasSaid = false;
  for (;;) {
    signal.throwIfAborted();
    const release = await listen(address);
    if (release) return release;
    const isHeld = await untilReleased(address, signal, () => {
      if (!hasSaid) sayWaiting();
      hasSaid = true;
    });
    if (isHeld) continue;
    await removeStale(address);
    await sleep(retryMs);
  }
}

/**
 * Linux: a name without a file; Windows: a named pipe. Both end with their holder. Elsewhere a
 * socket file, which stays after a crash and then answers nobody.
 */
function addressFor(output: string): string {
  const path = existsSync(output)
    ? realpathSync(output)
    : join(realpathSync(dirname(resolve(output))), basename(output));
  const name = `surae-batch-${createHash('sha256').update(path).digest('hex').slice(0, 24)}`;
  if (process.platform === 'linux') return `\0${name}`;
  if (process.platform === 'win32') return `\\\\.\\pipe\\${name}`;
  return join(tmpdir(), `${name}.sock`);
}

/** Holds the address, and returns how to let go; null where somebody else has it. */
async function listen(address: string): Promise<(() => void) | null> {
  const waiting = new Set<Socket>();
  const server = createServer((socket) => {
    waiting.add(socket.on('error', () => {}).resume());
    socket.on('close', () => waiting.delete(socket));
  });
  try {
    server.listen(address);
    await once(server, 'listening');
    return () => {
      server.close();
      for (const socket of waiting) socket.destroy();
    };
  } catch (error) {
    if (isCode(error, 'EADDRINUSE')) return null;
    throw error;
  }
}

/** Waits for the holder to let go; false where nobody answers at once. */
async function untilReleased(
  address: string,
  signal: AbortSignal,
  sayWaiting: () => void,
): Promise<boolean> {
  const socket = connect({ path: address, signal });
  try {
    await once(socket, 'connect');
  } catch {
    return false;
  }
  sayWaiting();
  await new Promise((released) => {
    socket
      .on('error', () => {})
      .on('close', released)
      .resume();
  });
  return true;
}

/** Takes a dead socket file away. It is moved first, so that none that lives is lost to a race. */
async function removeStale(address: string): Promise<void> {
  if (!address.endsWith('.sock')) return;
  const aside = `${address}.${process.pid}`;
  try {
    renameSync(address, aside);
  } catch (error) {
    if (isCode(error, 'ENOENT')) return;
    throw error;
  }
  if (await answers(aside)) renameSync(aside, address);
  else rmSync(aside, { force: true });
}

async function answers(address: string): Promise<boolean> {
  const socket = connect(address);
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
