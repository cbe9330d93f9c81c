/** What a server holds before and after a bounded number of requests, on this machine. */
import { readdirSync, readFileSync } from 'node:fs';
import type { Served } from './serve';

export interface ServerLoad {
  readonly requests: number;
  readonly requestsPerSecond: number;
  /** Of the web server's processes, in megabytes; null where the system does not say. */
  readonly rssBeforeMb: number | null;
  readonly rssAfterMb: number | null;
}

const paths = ['/', '/check'];
const requests = 500;
const atATime = 8;

export async function loadServer({ url, pid }: Served): Promise<ServerLoad> {
  const rssBeforeMb = rssOfServerMb(pid);
  const start = performance.now();
  let sent = 0;
  const send = async () => {
    while (sent < requests) {
      const path = paths[sent % paths.length] ?? '/';
      sent += 1;
      const response = await fetch(url + path);
      await response.arrayBuffer();
      if (!response.ok) throw new Error(`bench: ${path} answered ${response.status}`);
    }
  };
  await Promise.all(Array.from({ length: atATime }, send));
  const seconds = (performance.now() - start) / 1000;
  return {
    requests,
    requestsPerSecond: Math.round(requests / seconds),
    rssBeforeMb,
    rssAfterMb: rssOfServerMb(pid),
  };
}

/** Next's processes below the launcher; PostgreSQL's are its own business. */
function rssOfServerMb(launcher: number): number | null {
  if (process.platform !== 'linux') return null;
  const pages = descendantsOf(launcher)
    .filter((pid) => readProc(pid, 'cmdline').includes('next'))
    .map((pid) => Number(/VmRSS:\s+(\d+)/.exec(readProc(pid, 'status'))?.[1] ?? 0));
  return Math.round(pages.reduce((sum, kilobytes) => sum + kilobytes, 0) / 1024);
}

function descendantsOf(pid: number): number[] {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => ({
      child: Number(name),
      parent: Number(/PPid:\s+(\d+)/.exec(readProc(Number(name), 'status'))?.[1] ?? 0),
    }));
  const below = (parent: number): number[] =>
    parents.filter((one) => one.parent === parent).flatMap(({ child }) => [child, ...below(child)]);
  return below(pid);
}

/** Empty where the process has ended meanwhile. */
function readProc(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}
