/**
 * facts -> rules that fire: what an evaluator says of every rule. There are two of them:
 * json-rules-engine, which decides what is shown, stored and signed, and its compiled twin, which
 * explores and screens.
 */
import type { Truth } from './engine';
import type { Range } from './operators';
import type { Rule, RuledInstrument } from './ruled';

export interface Evaluation {
  /** By the rule's place in the rule book. */
  readonly truths: readonly Truth[];
  /** In the order of the rule book's instruments. */
  readonly scores: readonly Score[];
  /** Whether a fact waits for an answer. */
  readonly isUnknown: (fact: string) => boolean;
  /** The facts that made a rule true, or, where it is open, the unknown ones that could. */
  readonly factsBehind: (rule: Rule) => readonly string[];
}

export interface Score {
  readonly applies: Truth;
  /** Null while the measure is unknown, or where the instrument does not apply. */
  readonly range: Range | null;
  /** The items that wait for an answer. */
  readonly open: RuledInstrument['items'];
}
