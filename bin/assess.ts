/**
 * `npm run --silent assess -- [--at TIME] [FILE…]`: JSON or NDJSON in, one Assessment per line
 * out, in the order of the input. What is wrong goes to standard error with line and field; the
 * rest still goes through, and the exit status is 1.
 */

import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { parseArgs } from 'node:util';
import { describeFaults, readRules } from '@/lib/knowledge/read-rules';
import { validateInput } from '@/lib/triage/answers';
import { assess } from '@/lib/triage/assess';
import type { KnowledgeBase } from '@/lib/triage/knowledge-base';
import { readRecords } from './read-records';

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { at: { type: 'string' } },
    allowPositionals: true,
  });
  const at = values.at === undefined ? new Date() : new Date(values.at);
  if (Number.isNaN(at.getTime())) return complain(`--at: ${values.at} is no time in ISO 8601`);
  const loaded = readRules();
  if (!loaded.ok) return complain(describeFaults(loaded.faults));

  const files = positionals.length > 0 ? positionals : ['-'];
  for (const file of files) await assessFile(loaded.knowledgeBase, file, at);
}

async function assessFile(base: KnowledgeBase, file: string, at: Date): Promise<void> {
  const stream = file === '-' ? process.stdin : createReadStream(file);
  const name = file === '-' ? 'standard input' : file;
  try {
    for await (const record of readRecords(stream)) {
      const where = `${name}: ${record.where}`;
      if (!record.ok) {
        complain(`${where}: ${record.message}`);
        continue;
      }
      const checked = validateInput(base, record.value);
      if (checked.ok) {
        await print(JSON.stringify(await assess(base, checked.input, at)));
      } else {
        for (const { field, message } of checked.faults) complain(`${where}: ${field}: ${message}`);
      }
    }
  } catch (error) {
    complain(`${name}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

async function print(line: string): Promise<void> {
  if (!process.stdout.write(`${line}\n`)) await once(process.stdout, 'drain');
}

function complain(message: string): void {
  console.error(message);
  process.exitCode = 1;
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});
await main();
