/**
 * `npm run rules:impact -- --from REF [--intakes FILE] [--json]`: which vignettes and past intakes
 * become more or less urgent, by level or deadline, or have another condition first, with the `rules/` of the working
 * tree in place of those of a git ref.
 */
import { join } from 'node:path';
import { describeFaults, readRules } from '@/lib/knowledge/read-rules';
import { CannotStart } from './cannot-start';
import { compareCase, type Impact } from './impact/compare-case';
import { countImpacts, describeImpacts, sortImpacts } from './impact/describe-impact';
import { type Case, readIntakeCases, readVignetteCases } from './impact/read-cases';
import { readRulesAt } from './impact/read-rules-at';
import { readOptions, runReport } from './run-report';

const help = `npm run rules:impact -- --from REF [--intakes FILE] [--json]

Assesses every vignette with the rules of the git ref REF and with those of the working tree, and
tells for which the urgency, the deadline or the first condition differs, less urgent ones first,
with the rules that made the difference.

  --from REF      a commit, branch or tag
  --intakes FILE  past intakes as well: JSON or NDJSON, in the form that \`npm run assess\` reads
  --json          JSON in place of text

Exit status: 0 when nothing became less urgent (a later deadline is), 1 when something did, 2 when it could not be told:
a ref that git does not know, rules that do not load, a file that cannot be read.`;

const options = {
  from: { type: 'string' },
  intakes: { type: 'string' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

async function main(): Promise<void> {
  const { from, intakes, json, help: isHelp } = readOptions(options, help);
  if (isHelp) return console.log(help);
  if (from === undefined) throw new CannotStart(`--from is missing.\n\n${help}`);
  const repository = process.cwd();
  const before = readRulesAt(from, repository);
  const loaded = readRules(join(repository, 'rules'));
  if (!loaded.ok) throw new CannotStart(describeFaults(loaded.faults));
  if (before.faults.length > 0) {
    console.error(
      `Today's checks find in the rules of ${from}:\n${describeFaults(before.faults)}\n`,
    );
  }
  const bases = { before: before.knowledgeBase, now: loaded.knowledgeBase };

  const impacts: Impact[] = [];
  let cases = 0;
  for await (const one of readCases(join(repository, 'tests/vignettes'), intakes)) {
    cases += 1;
    const impact = compareCase(one, bases);
    if (impact) impacts.push(impact);
  }
  const sorted = sortImpacts(impacts);
  const counts = countImpacts(sorted, cases);
  const rules = {
    before: { ref: from, commit: before.commit, hash: bases.before.hash },
    now: { hash: bases.now.hash },
  };
  console.log(
    json
      ? JSON.stringify({ rules, counts, impacts: sorted }, null, 2)
      : describeImpacts(sorted, counts),
  );
  if (counts['less-urgent'] > 0) process.exitCode = 1;
}

async function* readCases(vignettes: string, intakes: string | undefined): AsyncGenerator<Case> {
  yield* readVignetteCases(vignettes);
  if (intakes !== undefined) yield* readIntakeCases(intakes);
}

await runReport(main);
