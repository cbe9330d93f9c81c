/** Examples of each rule, on disk: what some answers, and nothing else, make of it. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { Answer, Answers } from '@/lib/triage/answers';
import type { RuleBook } from '@/lib/triage/rule-book';

const answer = z.union([z.string(), z.number(), z.array(z.string()).readonly()]);

const example = z.strictObject({
  is: z.union([z.boolean(), z.literal('open')]),
  given: z.record(z.string(), answer),
  /** One field, and the values that come to the same beside what is given. */
  each: z.record(z.string(), z.array(answer).min(1)).optional(),
});

export type Example = z.infer<typeof example>;

/** By the id of the rule. */
export type Examples = ReadonlyMap<string, readonly Example[]>;

const examplesFolder = join(process.cwd(), 'tests/examples');

const exampleFile = z.record(z.string(), z.array(example).min(1));

/** Conditions have a file each; of the other folders of `rules/` each has one. */
function fileOf(rule: string): string {
  const [folder = '', name = ''] = rule.split('/');
  return `${folder === 'conditions' ? `${folder}/${name}` : folder}.json`;
}

/** Throws on a file of another form, with its name. */
export function readExamples(folder = examplesFolder): Examples {
  if (!existsSync(folder)) return new Map();
  const examples = new Map<string, readonly Example[]>();
  for (const path of listFiles(folder)) {
    const parsed = exampleFile.safeParse(JSON.parse(readFileSync(join(folder, path), 'utf8')));
    if (!parsed.success) throw new Error(`${path}: ${z.prettifyError(parsed.error)}`);
    for (const [rule, own] of Object.entries(parsed.data)) examples.set(rule, own);
  }
  return examples;
}

/** One line for an example, so that a change reads as a change of lines. */
export function writeExamples(examples: Examples, folder = examplesFolder): void {
  const files = new Map<string, string[]>();
  for (const [rule, own] of examples) {
    const lines = own.map((one) => `    ${JSON.stringify(one)}`).join(',\n');
    const entry = `  ${JSON.stringify(rule)}: [\n${lines}\n  ]`;
    const file = fileOf(rule);
    files.set(file, [...(files.get(file) ?? []), entry]);
  }
  for (const path of listFiles(folder)) if (!files.has(path)) rmSync(join(folder, path));
  for (const [path, entries] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), `{\n${entries.join(',\n')}\n}\n`);
  }
}

function listFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.json'))
    .sort();
}

/** The sets of answers that an example stands for. */
export function answersOf(book: RuleBook, { given, each = {} }: Example): Answers[] {
  let sets: Record<string, Answer>[] = [given];
  for (const [field, values] of Object.entries(each)) {
    const isList = book.fields.get(field)?.type === 'multiple';
    sets = sets.flatMap((one) =>
      values.map((value) => ({
        ...one,
        [field]: isList && !Array.isArray(value) ? [String(value)] : value,
      })),
    );
  }
  return sets;
}
