/**
 * `npm run evaluate [-- --split SPLIT] [--cases KIND] [--from REF] [--html FILE] [--json]`: how well
 * the tool does on the vignettes.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeFaults, readRules } from '@/lib/knowledge/read-rules';
import { readVignettes } from '@/lib/knowledge/read-vignettes';
import { CannotStart } from './cannot-start';
import { describeReport } from './evaluate/describe-report';
import { drawReport } from './evaluate/draw-report';
import { caseKinds } from './evaluate/list-cases';
import { makeReport } from './evaluate/make-report';
import { splits } from './evaluate/scoreboard';
import { readRulesAt } from './impact/read-rules-at';
import { readOptions, runReport } from './run-report';

const help = `npm run evaluate [-- --split SPLIT] [--cases KIND] [--from REF] [--html FILE] [--json]

Scores the tool on the vignettes of tests/vignettes.

  --split SPLIT       development, validation or all; the first two side by side without it
  --cases KIND        lists the cases that are ${caseKinds.join(', ')}
  --from REF          compares with the rules of a commit, branch or tag
  --html FILE         writes the report as a page as well
  --json              JSON in place of text
  --show-validation   names cases of the validation split too: whoever tunes the rules must not

Exit status: 0, 1 when anybody is under-triaged or a danger is missed, 2 when it could not be told.`;

const options = {
  split: { type: 'string' },
  cases: { type: 'string' },
  from: { type: 'string' },
  html: { type: 'string' },
  json: { type: 'boolean', default: false },
  'show-validation': { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

function main(): void {
  const chosen = readOptions(options, help);
  if (chosen.help) {
    console.log(help);
    return;
  }
  const repository = process.cwd();
  const loaded = readRules(join(repository, 'rules'));
  if (!loaded.ok) throw new CannotStart(describeFaults(loaded.faults));
  const { from, html } = chosen;
  const report = makeReport({
    vignettes: readVignettes(),
    rules: { ref: null, knowledgeBase: loaded.knowledgeBase },
    before:
      from === undefined
        ? null
        : { ref: from, knowledgeBase: readRulesAt(from, repository).knowledgeBase },
    splits: chosen.split ? [oneOf('--split', chosen.split, splits)] : splits.slice(0, 2),
    kind: chosen.cases ? oneOf('--cases', chosen.cases, caseKinds) : null,
    showsValidation: chosen['show-validation'],
  });
  if (html !== undefined) writeFileSync(html, drawReport(report));
  console.log(chosen.json ? JSON.stringify(report, null, 2) : describeReport(report));
  const { underTriaged, dangersMissed } = report.harm;
  if (underTriaged + dangersMissed > 0) process.exitCode = 1;
}

function oneOf<Name extends string>(option: string, value: string, names: readonly Name[]): Name {
  const known = names.find((name) => name === value);
  if (!known) throw new CannotStart(`${option}: choose of ${names.join(', ')}.`);
  return known;
}

await runReport(main);
