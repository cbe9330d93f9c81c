/**
 * `npm run vignettes:export [-- --split SPLIT] [--to FILE]`: the vignettes as a benchmark for any
 * symptom checker, in the case format of the ITU/WHO Focus Group AI for Health.
 */
import { writeFileSync } from 'node:fs';
import { makeBenchmarkDocument } from '@/lib/interop/fg-ai4h/benchmark-document';
import { describeFaults, readRules } from '@/lib/knowledge/read-rules';
import { readVignettes } from '@/lib/knowledge/read-vignettes';
import { CannotStart } from './cannot-start';
import { splits } from './evaluate/scoreboard';
import { readOptions, runReport } from './run-report';

const help = `npm run --silent vignettes:export [-- --split SPLIT] [--to FILE]

Writes the vignettes as one JSON document, in the case format of the ITU/WHO Focus Group AI for
Health (docs/decisions/0012-public-benchmark.md).

  --split SPLIT   ${splits.join(', ')}; all without it. Whoever tunes on the validation split
                  has nothing left to validate on
  --to FILE       a file in place of standard output`;

const options = {
  split: { type: 'string', default: 'all' },
  to: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

function main(): void {
  const { help: isHelp, split, to } = readOptions(options, help);
  if (isHelp) {
    console.log(help);
    return;
  }
  if (!splits.some((name) => name === split)) {
    throw new CannotStart(`--split: choose of ${splits.join(', ')}.`);
  }
  const loaded = readRules();
  if (!loaded.ok) throw new CannotStart(describeFaults(loaded.faults));
  const vignettes = readVignettes().filter((one) => split === 'all' || one.split === split);
  const document = makeBenchmarkDocument(loaded.knowledgeBase, vignettes);
  const json = `${JSON.stringify(document, null, 2)}\n`;
  if (to === undefined) process.stdout.write(json);
  else writeFileSync(to, json);
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

await runReport(main);
