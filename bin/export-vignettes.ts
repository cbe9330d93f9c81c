/** `npm run vignettes:export [-- --split SPLIT] [--to FILE]`: the vignettes for other symptom checkers. */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { caseSet } from '@/lib/interop/fg-ai4h/case-format';
import { toBenchmarkCase } from '@/lib/interop/fg-ai4h/cases';
import { knowledgeBase } from '@/lib/knowledge/read-rules';
import { readVignettes } from '@/lib/knowledge/read-vignettes';
import { CannotStart, reasonOf } from './cannot-start';

const help = `npm run --silent vignettes:export [-- --split SPLIT] [--to FILE]

Writes the vignettes as a case set of the ITU/WHO Focus Group on AI for Health (Berlin model), each
with its source and licence, so that any symptom checker can be run on them. What that format cannot
hold (children, people over 99, unknown age or sex) is left out and counted on standard error.

  --split SPLIT   development, validation or all; all without it
  --to FILE       in place of standard output`;

const splits = ['development', 'validation', 'all'];

function main(): void {
  const options = readOptions();
  if (options.help) {
    console.log(help);
    return;
  }
  const { split, to } = options;
  if (!splits.includes(split)) {
    throw new CannotStart(`--split: one of ${splits.join(', ')} is needed, not ${split}`);
  }
  const base = knowledgeBase();
  const vignettes = readVignettes().filter((one) => split === 'all' || one.split === split);
  const made = vignettes.map((one) => toBenchmarkCase(base, one, 'Apache-2.0'));
  const set = caseSet.parse({
    caseSetName: `Surae ${base.version}: sore calf, Achilles tendon or heel (${split})`,
    cases: made.flatMap((one) => ('benchmarkCase' in one ? one.benchmarkCase : [])),
  });
  const json = `${JSON.stringify(set, null, 2)}\n`;
  if (to === undefined) process.stdout.write(json);
  else writeFileSync(to, json);
  const reasons = made.flatMap((one) => ('reason' in one ? one.reason : []));
  const counts = [...new Set(reasons)].map(
    (reason) => `${reasons.filter((one) => one === reason).length} ${reason}`,
  );
  console.error(`${set.cases.length} cases; left out: ${counts.join(', ') || 'none'}`);
}

function readOptions() {
  try {
    return parseArgs({
      options: {
        split: { type: 'string', default: 'all' },
        to: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }).values;
  } catch (error) {
    throw new CannotStart(`${reasonOf(error)}\n\n${help}`);
  }
}

try {
  main();
} catch (error) {
  console.error(error instanceof CannotStart ? error.message : error);
  process.exitCode = 2;
}
