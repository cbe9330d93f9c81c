/** Heap and RSS of a process with the twin of the knowledge base, and of one 30 times as large. */
import { execFileSync } from 'node:child_process';
import type { MemoryUse } from './memory-probe';

export interface Memory {
  readonly asItIs: MemoryUse;
  readonly enlarged: MemoryUse;
}

export function measureMemory(): Memory {
  return { asItIs: probe(1), enlarged: probe(30) };
}

function probe(factor: number): MemoryUse {
  const args = ['--expose-gc', '--import', 'tsx', 'bin/bench.ts', 'memory-probe', String(factor)];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }));
}
