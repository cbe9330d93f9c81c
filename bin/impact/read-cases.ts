import { createReadStream, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { CannotStart, reasonOf } from '../cannot-start';
import { readRecords } from '../read-records';

/** Answers to hold against two knowledge bases. */
export interface Case {
  /** A vignette's path, such as `achilles-rupture/pop-at-squash`, or a place in a file. */
  readonly name: string;
  /** An input, not yet checked. */
  readonly value: unknown;
}

const vignetteFile = z.looseObject({ input: z.unknown() });

/** Every vignette below a folder, by path. */
export function readVignetteCases(folder: string): Case[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.json'))
    .sort()
    .map((path) => ({
      name: path.slice(0, -'.json'.length),
      value: vignetteFile.parse(JSON.parse(readFileSync(join(folder, path), 'utf8'))).input,
    }));
}

/**
 * Each input, or stored intake, of a file of JSON or NDJSON. Throws `CannotStart` on a file that
 * cannot be read, and on a line that is no JSON.
 */
export async function* readIntakeCases(file: string): AsyncGenerator<Case> {
  const records = readRecords(
    createReadStream(file).on('error', () => {
      // It is thrown to whoever reads.
    }),
  );
  try {
    for await (const record of records) {
      const name = `${file} ${record.where}`;
      if (!record.ok) throw new CannotStart(`${name}: ${record.message}`);
      yield { name, value: record.value };
    }
  } catch (error) {
    throw error instanceof CannotStart ? error : new CannotStart(`${file}: ${reasonOf(error)}`);
  }
}
