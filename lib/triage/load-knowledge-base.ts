/**
 * `rules/` -> the knowledge base.
 * A broken one is refused whole, with every fault at once, by file and field.
 */
import type { z } from 'zod';
import { lintInteroperability } from './interoperability-lint';
import type { Block, KnowledgeBase, WithId } from './knowledge-base';
import { type Fault, lintKnowledgeBase } from './knowledge-base-lint';
import { parseFile } from './parse-file';
import { fillInTerms } from './region';
import {
  blocksFile,
  conditionFile,
  dispositionsFile,
  findingFile,
  followUpFile,
  instrumentFile,
  interoperabilityFile,
  knowledgeBaseFile,
  questionFile,
  type Region,
  redFlagFile,
  regionsFile,
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
  'follow-up': followUpFile,
  regions: regionsFile,
  interoperability: interoperabilityFile,
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
 * @param source parsed JSON by path below `rules/` without `.json`, e.g. `conditions/gout`
 * @param hash SHA-256 over their content and the region, in hex
 * @param regionId whose words the texts use; the default of `regions.json` without it
 */
export function loadKnowledgeBase(
  source: Readonly<Record<string, unknown>>,
  hash: string,
  regionId?: string,
): LoadResult {
  const { region, faults: regionFaults } = findRegion(source.regions, regionId);
  if (regionFaults.length > 0) return { ok: false, faults: regionFaults, unsound: null };
  const { documents, faults: termFaults } = fillInTerms(source, region);
  const faults: Fault[] = [...termFaults];

  function parse<Schema extends z.ZodType>(path: string, schema: Schema) {
    const parsed = parseFile(schema, `${path}.json`, documents[path]);
    if (parsed.ok) return parsed.data;
    faults.push(...parsed.faults);
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
  // Rules from before it was asked again have none.
  const followUp =
    source['follow-up'] === undefined ? noFollowUp : parse('follow-up', singleFiles['follow-up']);
  const sources = parse('sources', singleFiles.sources);
  // Rules from before there was such a file have nothing to say to other systems.
  const interoperability = documents.interoperability
    ? parse('interoperability', singleFiles.interoperability)
    : noInteroperability;
  const questions = parseFolder('questionnaire', folders.questionnaire);
  const findings = parseFolder('examination', folders.examination);
  const conditions = parseFolder('conditions', folders.conditions);
  const redFlags = parseFolder('red-flags', folders['red-flags']);
  const instruments = parseFolder('instruments', folders.instruments);
  if (!base || !questionnaire || !examination || !dispositions)
    return { ok: false, faults, unsound: null };
  if (!rehabilitation || !followUp || !sources) {
    return { ok: false, faults, unsound: null };
  }

  const knowledgeBase: KnowledgeBase = {
    ...base,
    hash,
    region: { id: region.id, emergencyNumbers: region.emergencyNumbers },
    questionnaire: questionnaire.blocks,
    examination: examination.blocks,
    questions: inBlockOrder(questions, questionnaire.blocks),
    findings: inBlockOrder(findings, examination.blocks),
    conditions,
    redFlags,
    instruments,
    dispositions: dispositions.dispositions,
    rehabilitation,
    followUp,
    sources: sources.sources,
    interoperability: interoperability ?? noInteroperability,
  };
  const unsound = faults.length === 0 ? knowledgeBase : null;
  faults.push(...lintKnowledgeBase(knowledgeBase), ...lintInteroperability(knowledgeBase));
  return faults.length > 0 ? { ok: false, faults, unsound } : { ok: true, knowledgeBase };
}

const noFollowUp: KnowledgeBase['followUp'] = {
  items: [],
  notImproving: { patient: { en: '' }, clinician: { en: '' } },
};

const unsaid = { en: '-' };
const noInteroperability: KnowledgeBase['interoperability'] = {
  title: { patient: unsaid, clinician: unsaid },
  fields: {},
  sides: {},
  record: [],
  orders: [],
  cards: {
    responseDaysMax: 1,
    notAssessed: unsaid,
    tooOld: unsaid,
    unreadable: unsaid,
    overrideReasons: [],
    sources: [],
  },
};

/** Rules from before there were regions have none, and no placeholders. */
const noRegion: Region = {
  id: 'none',
  name: { en: 'None' },
  emergencyNumbers: [],
  terms: {},
};

function findRegion(
  document: unknown,
  id: string | undefined,
): { readonly region: Region; readonly faults: readonly Fault[] } {
  if (document === undefined) return { region: noRegion, faults: [] };
  const parsed = parseFile(regionsFile, 'regions.json', document);
  if (!parsed.ok) return { region: noRegion, faults: parsed.faults };
  const { regions, default: otherwise } = parsed.data;
  const region = regions.find((one) => one.id === (id ?? otherwise));
  if (region) return { region, faults: [] };
  const names = regions.map((one) => one.id).join(', ');
  const message = `no region ${id}; the regions are ${names}`;
  return { region: noRegion, faults: [{ file: 'regions.json', field: 'regions', message }] };
}

function inBlockOrder<Field extends { readonly id: string }>(
  fields: readonly Field[],
  blocks: readonly Block[],
): Field[] {
  const order = blocks.flatMap((block) => block.fields);
  const place = (field: Field) => (order.indexOf(field.id) + order.length + 1) % (order.length + 1);
  return [...fields].sort((a, b) => place(a) - place(b));
}
