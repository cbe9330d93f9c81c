import { type ParseArgsConfig, parseArgs } from 'node:util';
import { CannotStart, reasonOf } from './cannot-start';

/** Runs a command that reports something; where it cannot tell, it says so in a sentence and ends with 2. */
export async function runReport(main: () => void | Promise<void>): Promise<void> {
  try {
    await main();
  } catch (error) {
    console.error(error instanceof CannotStart ? error.message : error);
    process.exitCode = 2;
  }
}

/**
 * The options of the command line.
 * @throws CannotStart with the help, where one is unknown or lacks its value
 */
export function readOptions<Options extends NonNullable<ParseArgsConfig['options']>>(
  options: Options,
  help: string,
) {
  return parse({ options }, help).values;
}

/**
 * The options, and what stands beside them.
 * @throws CannotStart as `readOptions`
 */
export function readArguments<Options extends NonNullable<ParseArgsConfig['options']>>(
  options: Options,
  help: string,
) {
  return parse({ options, allowPositionals: true as const }, help);
}

function parse<Config extends ParseArgsConfig>(config: Config, help: string) {
  try {
    return parseArgs(config);
  } catch (error) {
    throw new CannotStart(`${reasonOf(error)}\n\n${help}`);
  }
}
