/** The knowledge base that everything stands on. */
import type { z } from 'zod';
import type {
  blocksFile,
  Comparison,
  conditionFile,
  dispositionsFile,
  findingFile,
  followUpFile,
  instrumentFile,
  interoperabilityFile,
  knowledgeBaseFile,
  questionFile,
  Region,
  redFlagFile,
  rehabilitationFile,
  sourcesFile,
  When,
} from './schema';

export type WithId<File> = File & { readonly id: string };

export type Question = WithId<z.infer<typeof questionFile>>;
export type Finding = WithId<z.infer<typeof findingFile>>;
export type Condition = WithId<z.infer<typeof conditionFile>>;
export type RedFlag = WithId<z.infer<typeof redFlagFile>>;
export type Instrument = WithId<z.infer<typeof instrumentFile>>;
export type Block = z.infer<typeof blocksFile>['blocks'][number];
export type Disposition = z.infer<typeof dispositionsFile>['dispositions'][number];
export type RehabilitationOption = z.infer<typeof rehabilitationFile>['options'][number];
export type Source = z.infer<typeof sourcesFile>['sources'][string];

/** Plain JSON: it travels to the browser as it is. */
export interface KnowledgeBase extends z.infer<typeof knowledgeBaseFile> {
  /** SHA-256 over the content of `rules/` and the region, in hex. */
  readonly hash: string;
  /** Whose words its texts use. */
  readonly region: Pick<Region, 'id' | 'emergencyNumbers'>;
  readonly questionnaire: readonly Block[];
  readonly examination: readonly Block[];
  /** In the order of the self-check. */
  readonly questions: readonly Question[];
  /** In the order of the examination. */
  readonly findings: readonly Finding[];
  readonly conditions: readonly Condition[];
  readonly redFlags: readonly RedFlag[];
  readonly instruments: readonly Instrument[];
  /** The most urgent first. */
  readonly dispositions: readonly Disposition[];
  readonly rehabilitation: z.infer<typeof rehabilitationFile>;
  readonly followUp: z.infer<typeof followUpFile>;
  readonly sources: Readonly<Record<string, Source>>;
  readonly interoperability: z.infer<typeof interoperabilityFile>;
}

/** The questions of the self-check that must be answered before anything may reassure. */
export function emergencyQuestionIds(knowledgeBase: KnowledgeBase): readonly string[] {
  return knowledgeBase.questionnaire
    .filter((block) => block.emergency)
    .flatMap((block) => block.fields);
}

export const ruleId = {
  ask: (field: string) => `questionnaire/${field}/ask-when`,
  outOfScope: (scope: string) => `knowledge-base/out-of-scope/${scope}`,
  floor: (floor: keyof KnowledgeBase['floors'] | '') => `knowledge-base/floors/${floor}`,
  redFlag: (flag: string) => `red-flags/${flag}`,
  milderFlag: (flag: string) => `red-flags/${flag}/milder`,
  applies: (instrument: string) => `instruments/${instrument}/applies`,
  item: (instrument: string, item: string) => `instruments/${instrument}/${item}`,
  evidence: (condition: string, side: 'supports' | 'opposes', evidence: string) =>
    `conditions/${condition}/${side}/${evidence}`,
  referral: (condition: string) => `conditions/${condition}/referral`,
  modifier: (condition: string, modifier: string) => `conditions/${condition}/referral/${modifier}`,
  milderReferral: (condition: string) => `conditions/${condition}/referral/milder`,
};

/** The comparisons of a rule, wherever they stand in it. */
export function comparisonsOf(when: When): Comparison[] {
  if ('fact' in when) return [when];
  return ('all' in when ? when.all : when.any).flatMap(comparisonsOf);
}
