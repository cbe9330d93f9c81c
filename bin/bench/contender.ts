/** Who takes part: an evaluator that says true, false or open of every rule of the rule book. */
import type { Input } from '@/lib/triage/answers';
import type { Truth } from '@/lib/triage/engine';
import type { Evaluation } from '@/lib/triage/evaluation';

export const contenderNames = [
  'surae',
  'jsonRulesEngineNew',
  'jsonRulesEngineReused',
  'zen',
  'jsonLogicEngine',
  'nodeRules',
  'handWritten',
] as const;
export type ContenderName = (typeof contenderNames)[number];

/** One figure for each contender; null where its results were wrong, so that its speed says nothing. */
export type ByContender = Record<ContenderName, number | null>;

/** What a contender returns: those that know only promises return one. */
export type Perhaps<Result> = Result | Promise<Result>;

export interface Contender {
  readonly name: ContenderName;
  /** The truth of every rule, by its place. */
  readonly judge: (input: Input) => Perhaps<readonly Truth[]>;
  /** The same with the scores and the facts behind, for a whole Assessment. */
  readonly evaluate: (input: Input) => Perhaps<Evaluation>;
}
