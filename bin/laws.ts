/** `npm run laws [-- --cases NUMBER] [--seed NUMBER]`: the safety laws on random answers. */
import { SingleBar } from 'cli-progress';
import { knowledgeBase } from '@/lib/knowledge/read-rules';
import { ruleBookOf } from '@/lib/triage/rule-book';
import { CannotStart } from './cannot-start';
import { laws } from './laws/laws';
import { runLaws } from './laws/run-laws';
import { readOptions, runReport } from './run-report';

const help = `npm run laws [-- --cases NUMBER] [--seed NUMBER]

Holds every safety law against random answers, most of them at the edge of a rule.

  --cases NUMBER   how many sets of answers; 100000 without it
  --seed NUMBER    other cases; 1 without it

Exit status: 0, 1 when a law is broken (its smallest case is printed), 2 when it could not be told.`;

const options = {
  cases: { type: 'string', default: '100000' },
  seed: { type: 'string', default: '1' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

async function main(): Promise<void> {
  const chosen = readOptions(options, help);
  if (chosen.help) return console.log(help);
  const cases = wholeNumber('--cases', chosen.cases);
  const seed = wholeNumber('--seed', chosen.seed);
  const base = knowledgeBase();
  const bar = process.stderr.isTTY
    ? new SingleBar({
        format: '{value} of {total} cases, {eta_formatted} left',
        stream: process.stderr,
      })
    : null;
  bar?.start(cases, 0);
  const start = performance.now();
  const { violations, truths } = await runLaws({
    knowledgeBase: base,
    cases,
    seed,
    onProgress: (done) => bar?.update(done),
  });
  bar?.stop();
  const seconds = (performance.now() - start) / 1000;
  const { rules } = ruleBookOf(base);
  const oneSided = rules.filter(({ place }) => {
    const counted = truths[place];
    return !counted?.true || !counted.false || !counted.open;
  });
  for (const { says, law, number, how, smallest } of violations) {
    console.log(`${law}: ${says}.\n  case ${number} of seed ${seed}: ${how}`);
    console.log(`  ${JSON.stringify(smallest)}\n`);
  }
  console.log(
    `${laws.length} laws on ${cases} cases: ${violations.length} broken. ` +
      `${rules.length - oneSided.length} of ${rules.length} rules were true, false and open. ` +
      `${Math.round(cases / seconds)} cases a second.`,
  );
  for (const { id } of oneSided) console.log(`  never true, false or open: ${id}`);
  if (violations.length > 0) process.exitCode = 1;
}

function wholeNumber(option: string, value: string): number {
  const number = Number(value);
  if (Number.isSafeInteger(number) && number > 0) return number;
  throw new CannotStart(`${option}: a whole number above 0 is needed, not ${value}`);
}

await runReport(main);
