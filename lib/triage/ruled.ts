/** What the knowledge base holds, each thing with its rules in their places. */
import type { Condition, Instrument, RedFlag } from './knowledge-base';
import type { Evidence, Modifier, When } from './schema';

export interface Rule {
  readonly id: string;
  readonly when: When;
  /** Its place in `RuleBook.rules`, and that of its truth in an evaluation. */
  readonly place: number;
}

export interface RuledInstrument {
  readonly instrument: Instrument;
  /** Null where the instrument applies to everybody. */
  readonly applies: Rule | null;
  readonly items: readonly { readonly id: string; readonly points: number; readonly rule: Rule }[];
}

export interface RuledFlag {
  readonly flag: RedFlag;
  readonly rule: Rule;
  /** What its rule reads beside questions: findings, and the scores of instruments. */
  readonly examined: readonly string[];
  /** Whether the score of an instrument is among that. */
  readonly readsScore: boolean;
  /** The place of the condition that it points to in `RuleBook.conditions`. */
  readonly condition: number | null;
  /** Where it takes its milder form; null where it has none. */
  readonly milder: Rule | null;
}

/** One piece of evidence for or against a condition. */
export interface Piece {
  readonly evidence: Evidence;
  readonly side: 'supports' | 'opposes';
  readonly rule: Rule;
  /** Natural logarithm of the likelihood ratio. */
  readonly logRatio: number;
  /** Which of the condition's groups it belongs to; evidence without a group has one of its own. */
  readonly group: number;
}

export interface RuledCondition {
  readonly condition: Condition;
  readonly pretestLogOdds: number;
  /** What speaks for it, then what speaks against it. */
  readonly pieces: readonly Piece[];
  readonly groupCount: number;
  /** The id of the rule of its referral, and of those of the modifiers. */
  readonly referralRule: string;
  readonly modifiers: readonly { readonly modifier: Modifier; readonly rule: Rule }[];
  /** Where its referral takes its milder form; null where it has none. */
  readonly milder: Rule | null;
}
