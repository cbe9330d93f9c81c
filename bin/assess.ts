/**
 * `npm run --silent assess -- [--at TIME] [--adaptive] [FILE…]`: JSON or NDJSON in, one Assessment per line
 * out, in the order of the input. What is wrong goes to standard error with line and field; the
 * rest still goes through, and the exit status is 1.
 *
 * With `--adaptive` a self-check is played: only the answers to the questions that are asked are
 * revealed, and `asked` names those questions in their order. Findings are known from the start.
 *
 * `npm run --silent assess -- --batch [--at TIME] [--full] [--threads N] [--restart] IN OUT`: files
 * of any size, see `batch/`.
 */

import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { describeFaults, readRules } from '@/lib/knowledge/read-rules';
import { type Input, validateInput } from '@/lib/triage/answers';
import { assess } from '@/lib/triage/assess';
import type { Assessment } from '@/lib/triage/assessment';
import type { KnowledgeBase } from '@/lib/triage/knowledge-base';
import { playSelfCheck } from '@/lib/triage/play-self-check';
import { twinOf } from '@/lib/triage/twin';
import { readRecords } from './read-records';
import { readArguments, runReport } from './run-report';

const help = `npm run --silent assess -- [--at TIME] [--adaptive] [FILE…]
npm run --silent assess -- --batch [--at TIME] [--full] [--threads N] [--restart] IN OUT

Assesses intakes: JSON or NDJSON in, one Assessment a line out. Without FILE, standard input.

  {"audience": "patient", "answers": {"onset": "sudden-pop", "pain-location": ["achilles-mid"]}}

  --at TIME    when the answers were given, in ISO 8601; now without it
  --adaptive   plays a self-check: only what it asks is revealed, "asked" names the questions
  --batch      CSV or NDJSON of any size from IN to OUT; goes on where it was stopped
  --full       whole Assessments in a batch
  --threads N  of a batch
  --restart    begins a batch anew

Exit status: 0, 1 when an input was not valid, 2 when it could not start.`;

const options = {
  adaptive: { type: 'boolean', default: false },
  at: { type: 'string' },
  batch: { type: 'boolean', default: false },
  full: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
  restart: { type: 'boolean', default: false },
  threads: { type: 'string' },
} as const;

async function main(): Promise<void> {
  const { values, positionals } = readArguments(options, help);
  if (values.help) {
    console.log(help);
    return;
  }
  const at = values.at === undefined ? null : new Date(values.at);
  if (Number.isNaN(at?.getTime())) return complain(`--at: ${values.at} is no time in ISO 8601`);
  const loaded = readRules();
  if (!loaded.ok) return complain(describeFaults(loaded.faults));
  const { knowledgeBase } = loaded;
  if (values.batch) {
    const { runBatchCommand } = await import('./batch/batch-command');
    return runBatchCommand({ ...values, at, files: positionals }, knowledgeBase);
  }

  const clock = at ?? new Date();
  const files = positionals.length > 0 ? positionals : ['-'];
  const work = values.adaptive ? playAndAssess : assess;
  for (const file of files) await assessFile(knowledgeBase, file, clock, work);
}

/** The Assessment of what a self-check needs to ask, with the questions that it asked. */
async function playAndAssess(base: KnowledgeBase, whole: Input, at: Date) {
  const { input, asked } = playSelfCheck(twinOf(base), whole);
  return { ...(await assess(base, input, at)), asked };
}

async function assessFile(
  base: KnowledgeBase,
  file: string,
  at: Date,
  work: (base: KnowledgeBase, input: Input, at: Date) => Promise<Assessment>,
): Promise<void> {
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
        await print(JSON.stringify(await work(base, checked.input, at)));
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
await runReport(main);
