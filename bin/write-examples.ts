/** `npm run rules:examples [-- --accept]`: the examples of each rule, checked and brought up to date. */
import { knowledgeBase } from '@/lib/knowledge/read-rules';
import { twinOf } from '@/lib/triage/twin';
import { readExamples, writeExamples } from './examples/example-files';
import { type Finding, updateExamples } from './examples/update';
import { readOptions, runReport } from './run-report';

const help = `npm run rules:examples [-- --accept]

Holds the examples in tests/examples against the rules: what some answers, and nothing else, make of
a rule. Tells which no longer hold, which rules lack some, and what was added.

  --accept   writes them; read the difference before you commit it

Exit status: 0 when all hold and none is missing, 1 otherwise, 2 when it could not be told.`;

const options = {
  accept: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

function main(): void {
  const { accept, help: isHelp } = readOptions(options, help);
  if (isHelp) {
    console.log(help);
    return;
  }
  const { examples, findings } = updateExamples(twinOf(knowledgeBase()), readExamples());
  for (const finding of findings) console.log(describe(finding));
  if (accept) writeExamples(examples);
  else if (findings.length > 0) process.exitCode = 1;
  const count = [...examples.values()].flat().length;
  console.log(
    findings.length === 0
      ? `${count} examples of ${examples.size} rules hold, and tell each from its mutants`
      : `${findings.length} differences${accept ? ', accepted' : ''}`,
  );
}

function describe({ rule, kind, example }: Finding): string {
  return `${kind.padEnd(8)} ${rule}  ${JSON.stringify(example)}`;
}

await runReport(main);
