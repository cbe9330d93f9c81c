/**
 * `rules/` -> the knowledge base.
 * A broken one is refused whole, with every fault at once, by file and field.
 */
import type { z } from 'zod';
import type { Block, KnowledgeBase, WithId } from './knowledge-base';
import { type Fault, lintKnowledgeBase } from './knowledge-base-lint';
import {
  blocksFile,
  conditionFile,
  dispositionsFile,
  findingFile,
  instrumentFile,
  knowledgeBaseFile,
  questionFile,
  redFlagFile,
  rehabilitationFile,
  sourcesFile,
} from './schema';

export type LoadResult =
  | { readonly ok: true; readonly knowledgeBase: KnowledgeBase }
  | {
      readonly ok: false;
      readonly faults: readonly Fault[];
      /**
       * The knowledge base all the same, where each file is of the right form: fit to compare an
       * earlier one with, and for nothing else. Null where it is not.
       */
      readonly unsound: KnowledgeBase | null;
    };

/** The schema of each file that stands alone, by its path below `rules/` without `.json`. */
export const singleFiles = {
  'knowledge-base': knowledgeBaseFile,
  questionnaire: blocksFile,
  examination: blocksFile,
  dispositions: dispositionsFile,
  rehabilitation: rehabilitationFile,
  sources: sourcesFile,
} as const;

/** The schema of the files of each folder of `rules/`. */
export const folders = {
  questionnaire: questionFile,
  examination: findingFile,
  conditions: conditionFile,
  'red-flags': redFlagFile,
  instruments: instrumentFile,
} as const;

/**
 * The knowledge base out of the parsed files of `rules/`, or everything that is wrong with them.
 * @param documents parsed JSON by path below `rules/` without `.json`, e.g. `conditions/gout`
 * @param hash SHA-256 over their content, in hex
 */
export function loadKnowledgeBase(
  documents: Readonly<Record<string, unknown>>,
  hash: string,
): LoadResult {
  const faults: Fault[] = [];

  function parse<Schema extends z.ZodType>(path: string, schema: Schema) {
    const parsed = schema.safeParse(documents[path]);
    if (parsed.success) return parsed.data;
    for (const issue of parsed.error.issues) {
      faults.push({ file: `${path}.json`, field: issue.path.join('.'), message: issue.message });
    }
    return undefined;
  }

  function parseFolder<Schema extends z.ZodType>(folder: string, schema: Schema) {
    return Object.keys(documents)
      .filter((path) => path.startsWith(`${folder}/`))
      .sort()
      .flatMap((path) => {
        const file = parse(path, schema);
        return file === undefined
          ? []
          : [{ ...(file as object), id: path.slice(folder.length + 1) }];
      }) as WithId<z.infer<Schema>>[];
  }

  for (const path of Object.keys(documents)) {
    const [folder = '', ...rest] = path.split('/');
    const known =
      rest.length === 0 ? folder in singleFiles : rest.length === 1 && folder in folders;
    if (!known) faults.push({ file: `${path}.json`, field: '', message: 'no such file is known' });
  }

  const base = parse('knowledge-base', singleFiles['knowledge-base']);
  const questionnaire = parse('questionnaire', singleFiles.questionnaire);
  const examination = parse('examination', singleFiles.examination);
  const dispositions = parse('dispositions', singleFiles.dispositions);
  const rehabilitation = parse('rehabilitation', singleFiles.rehabilitation);
  const sources = parse('sources', singleFiles.sources);
  const questions = parseFolder('questionnaire', folders.questionnaire);
  const findings = parseFolder('examination', folders.examination);
  const conditions = parseFolder('conditions', folders.conditions);
  const redFlags = parseFolder('red-flags', folders['red-flags']);
  const instruments = parseFolder('instruments', folders.instruments);
  if (!base || !questionnaire || !examination || !dispositions || !rehabilitation || !sources) {
    return { ok: false, faults, unsound: null };
  }

  const knowledgeBase: KnowledgeBase = {
    ...base,
    hash,
    questionnaire: questionnaire.blocks,
    examination: examination.blocks,
    questions: inBlockOrder(questions, questionnaire.blocks),
    findings: inBlockOrder(findings, examination.blocks),
    conditions,
    redFlags,
    instruments,
    dispositions: dispositions.dispositions,
    rehabilitation,
    sources: sources.sources,
  };
  const unsound = faults.length === 0 ? knowledgeBase : null;
  faults.push(...lintKnowledgeBase(knowledgeBase));
  return faults.length > 0 ? { ok: false, faults, unsound } : { ok: true, knowledgeBase };
}

function inBlockOrder<Field extends { readonly id: string }>(
  fields: readonly Field[],
  blocks: readonly Block[],
): Field[] {
  const order = blocks.flatMap((block) => block.fields);
  const place = (field: Field) => (order.indexOf(field.id) + order.length + 1) % (order.length + 1);
  return [...fields].sort((a, b) => place(a) - place(b));
}
