/**
 * `npm test`: every check and test, or those that are named (`npm test -- unit browser`). The last
 * line counts over all of them, after the names of what failed. A runner that crashes or runs no
 * test counts as a failure.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { z } from 'zod';
import { CannotStart } from './cannot-start';
import { runCommand } from './run-command';

/** `failures` names the tests that failed, as far as the runner told. */
type Count = { passed: number; failed: number; failures: readonly string[] };
type Step = { name: string; command: readonly string[]; report?: (json: unknown) => Count };

/** A file of tests, or a `describe` in one. */
const playwrightSuite = z.object({
  specs: z.array(z.object({ ok: z.boolean(), title: z.string(), file: z.string() })).default([]),
  get suites() {
    return z.array(playwrightSuite).default([]);
  },
});
type PlaywrightSuite = z.infer<typeof playwrightSuite>;

const resultsFolder = 'test-results';
const codePaths = ['app', 'bin', 'lib', 'rules', 'tests', 'instrumentation.ts', 'proxy.ts'];
const tsx = ['node', '--import', 'tsx'];

const steps: readonly Step[] = [
  { name: 'build', command: [...tsx, 'bin/build.ts'] },
  { name: 'style', command: ['biome', 'check', '.'] },
  { name: 'lint', command: ['oxlint'] },
  { name: 'types', command: ['tsc', '--noEmit'] },
  {
    name: 'architecture',
    command: ['depcruise', '--config', '.dependency-cruiser.cjs', ...codePaths],
  },
  { name: 'unused', command: ['knip'] },
  { name: 'rules', command: [...tsx, 'bin/lint-rules.ts'] },
  { name: 'unit', command: vitest('unit'), report: countVitest },
  { name: 'integration', command: vitest('integration'), report: countVitest },
  { name: 'browser', command: ['playwright', 'test'], report: countPlaywright },
];
/** What these need: the client of the database, and pages that need not be built meanwhile. */
const needBuild = ['types', 'unit', 'integration', 'browser'];

await runCommand(async (signal) => {
  const lines: string[] = [];
  const failed: string[] = [];
  const total = { passed: 0, failed: 0 };
  for (const step of chooseSteps(process.argv.slice(2))) {
    console.log(`\n=== ${step.name}`);
    const startedAt = Date.now();
    const count = await runStep(step, signal);
    total.passed += count.passed;
    total.failed += count.failed;
    const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
    lines.push(
      `${step.name.padEnd(14)}${count.passed} passed, ${count.failed} failed in ${seconds} s`,
    );
    failed.push(...count.failures.map((name) => `failed: ${step.name}: ${name}`));
  }
  console.log(`\n${[...lines, ...failed].join('\n')}`);
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  if (total.failed > 0) process.exitCode = 1;
});

function chooseSteps(names: readonly string[]): readonly Step[] {
  const known = steps.map(({ name }) => name);
  const unknown = names.find((name) => !known.includes(name));
  if (unknown) throw new CannotStart(`There is no step ${unknown}: choose of ${known.join(', ')}.`);
  if (names.length === 0) return steps;
  const building = names.some((name) => needBuild.includes(name));
  return steps.filter(({ name }) => names.includes(name) || (building && name === 'build'));
}

async function runStep({ name, command, report }: Step, signal: AbortSignal): Promise<Count> {
  const results = `${resultsFolder}/${name}.json`;
  mkdirSync(resultsFolder, { recursive: true });
  rmSync(results, { force: true });
  const code = await run(command, signal);
  if (!report) return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, failures: [] };

  const count = existsSync(results)
    ? report(JSON.parse(readFileSync(results, 'utf8')))
    : { passed: 0, failed: 0, failures: [] };
  const sound = code === 0 && count.passed > 0;
  return sound || count.failed > 0 ? count : { ...count, failed: 1 };
}

async function run(
  [command = '', ...args]: readonly string[],
  signal: AbortSignal,
): Promise<number | null> {
  signal.throwIfAborted();
  const path = command === 'node' ? process.execPath : `node_modules/.bin/${command}`;
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1' };
  const child = spawn(path, args, { stdio: ['ignore', 'inherit', 'inherit'], env });
  const end = () => child.kill('SIGTERM');
  signal.addEventListener('abort', end);
  const code = await new Promise<number | null>((resolve) => {
    child.once('error', (error) => {
      console.error(error.message);
      resolve(null);
    });
    child.once('exit', resolve);
  });
  signal.removeEventListener('abort', end);
  signal.throwIfAborted();
  return code;
}

function vitest(project: string): string[] {
  return [
    ...['vitest', 'run', '--project', project],
    ...['--reporter=default', '--reporter=json', `--outputFile.json=test-results/${project}.json`],
  ];
}

function countVitest(json: unknown): Count {
  const schema = z.object({
    numPassedTests: z.number(),
    numFailedTests: z.number(),
    testResults: z.array(
      z.object({
        assertionResults: z.array(z.object({ status: z.string(), fullName: z.string() })),
      }),
    ),
  });
  const { numPassedTests, numFailedTests, testResults } = schema.parse(json);
  const failures = testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status === 'failed')
    .map(({ fullName }) => fullName);
  return { passed: numPassedTests, failed: numFailedTests, failures };
}

/** A test that passed only when it was tried again counts as failed. */
function countPlaywright(json: unknown): Count {
  const schema = z.object({
    stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
    suites: z.array(playwrightSuite),
  });
  const { stats, suites } = schema.parse(json);
  const failures = suites.flatMap(failedSpecs);
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky, failures };
}

function failedSpecs({ specs, suites }: PlaywrightSuite): string[] {
  const own = specs.filter(({ ok }) => !ok).map(({ file, title }) => `${file}: ${title}`);
  return [...own, ...suites.flatMap(failedSpecs)];
}
