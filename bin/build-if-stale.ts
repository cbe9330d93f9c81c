import { CannotStart } from './cannot-start';
import { nodeArguments, runToEnd } from './child-process';
import { makeIfStale } from './inputs';

const clientInputs = ['prisma/schema.prisma', 'prisma.config.ts', 'package-lock.json'];
const pageInputs = [
  'app',
  'lib',
  'rules',
  'public',
  'instrumentation.ts',
  'proxy.ts',
  'next.config.js',
  'postcss.config.mjs',
  'tsconfig.json',
  'package-lock.json',
];

/** Writes Prisma's client to `lib/intake/generated` when the schema has changed. */
export async function generateClient(signal: AbortSignal): Promise<void> {
  await makeIfStale('lib/intake/generated/inputs.sha256', clientInputs, () =>
    runOrRefuse('The database client', ['prisma/build/index.js', 'generate'], signal),
  );
}

/** Builds the pages into `.next` when anything that they are made of has changed. */
export async function buildPages(signal: AbortSignal): Promise<void> {
  await makeIfStale('.next/inputs.sha256', pageInputs, async () => {
    console.log('Building the pages, which takes about half a minute...');
    await runOrRefuse('The pages', ['next/dist/bin/next', 'build'], signal);
  });
}

async function runOrRefuse(
  what: string,
  [script = '', ...args]: readonly string[],
  signal: AbortSignal,
): Promise<void> {
  const { code, output } = await runToEnd(process.execPath, nodeArguments(script, ...args), signal);
  if (code === 0) return;
  throw new CannotStart(`${output.trimEnd()}\n${what} could not be built, for the reason above.`);
}
