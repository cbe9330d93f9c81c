/**
 * The three stages of an evaluation, for the contenders that bring no more than a rule engine: what
 * is asked, then the scores, then what decides. As lean as it can be without being strange, so that
 * it weighs on nobody's figure.
 */
import type { Answer, Audience, Input } from '@/lib/triage/answers';
import type { Truth } from '@/lib/triage/engine';
import type { Score } from '@/lib/triage/evaluation';
import { isExpected } from '@/lib/triage/facts';
import { factOfScore, scoreInstrument } from '@/lib/triage/instruments';
import { type FactValue, notApplicable } from '@/lib/triage/operators';
import type { RuleBook } from '@/lib/triage/rule-book';
import type { Rule } from '@/lib/triage/ruled';

/** An evaluation under way. */
export interface Run {
  readonly audience: Audience;
  readonly truths: Truth[];
  readonly facts: Record<string, FactValue>;
  scores: readonly Score[];
}

export interface Stages {
  /** The rules of each stage, in the order of the rule book. */
  readonly rules: readonly (readonly Rule[])[];
  /** Facts out of the answers as they were given. */
  readonly begin: (input: Input) => Run;
  /** After the first stage: not applicable in place of what is not asked. Returns what changed. */
  readonly leaveOut: (run: Run) => readonly string[];
  /** After the second stage: the scores become facts. Returns what changed. */
  readonly score: (run: Run) => readonly string[];
}

export function makeStages(book: RuleBook): Stages {
  const fields = [...book.fields.keys()];
  const instruments = book.instruments.map(({ instrument: { id } }) => id);
  const blank: Record<string, FactValue> = Object.fromEntries(
    [...fields, ...instruments].map((id) => [id, undefined]),
  );
  const unknownOptions = new Map(
    [...book.fields].map(([id, { options = [] }]) => [
      id,
      new Set(options.filter(({ unknown }) => unknown).map(({ value }) => value)),
    ]),
  );

  function begin({ audience, answers }: Input): Run {
    const facts = { ...blank };
    for (const id of Object.keys(answers)) {
      const unknown = unknownOptions.get(id);
      if (unknown) facts[id] = toFact(answers[id], unknown);
    }
    return { audience, truths: new Array<Truth>(book.rules.length), facts, scores: [] };
  }

  function leaveOut({ audience, truths, facts }: Run): string[] {
    const changed: string[] = [];
    for (const id of fields) {
      if (facts[id] !== undefined || isExpected(book, id, audience, truths)) continue;
      facts[id] = notApplicable;
      changed.push(id);
    }
    return changed;
  }

  function score(run: Run): readonly string[] {
    run.scores = book.instruments.map((ruled) => {
      const { id, measure } = ruled.instrument;
      const measured = measure === undefined ? undefined : run.facts[measure];
      const scored = scoreInstrument(ruled, run.audience, run.truths, measured);
      run.facts[id] = factOfScore(scored);
      return scored;
    });
    return instruments;
  }

  const rules = [
    book.rules.slice(0, book.asks.size),
    book.rules.slice(book.asks.size, book.decisionsFrom),
    book.rules.slice(book.decisionsFrom),
  ];
  return { rules, begin, leaveOut, score };
}

function toFact(answer: Answer | undefined, unknown: ReadonlySet<string>): FactValue {
  if (answer === undefined) return undefined;
  if (typeof answer === 'number') return { min: answer, max: answer };
  if (typeof answer === 'string') return unknown.has(answer) ? undefined : answer;
  return unknown.size > 0 && answer.some((one) => unknown.has(one)) ? undefined : answer;
}
