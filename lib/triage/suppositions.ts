/** Which answers to a question or finding the rules can tell apart. */
import type { Answer } from './answers';
import { comparisonsOf, type Finding, type Question } from './knowledge-base';
import type { Range } from './operators';
import type { RuleBook } from './rule-book';

/** An answer, or, of a number, an interval within which no rule tells one value from another. */
export interface Supposition {
  readonly field: string;
  readonly answer: Answer | Range;
}

const suppositionsByBook = new WeakMap<RuleBook, ReadonlyMap<string, readonly Supposition[]>>();

/** Every known answer that a field can have, by field: each option alone, each interval. */
export function suppositionsOf(book: RuleBook): ReadonlyMap<string, readonly Supposition[]> {
  const known = suppositionsByBook.get(book);
  if (known) return known;
  const bounds = boundsByFact(book);
  const made = new Map(
    [...book.fields.values()].map((field) => [
      field.id,
      answersTo(field, bounds.get(field.id) ?? []).map((answer) => ({ field: field.id, answer })),
    ]),
  );
  suppositionsByBook.set(book, made);
  return made;
}

function answersTo(field: Question | Finding, bounds: readonly number[]): (Answer | Range)[] {
  const values = (field.options ?? []).filter(({ unknown }) => !unknown).map(({ value }) => value);
  switch (field.type) {
    case 'single':
      return values;
    case 'multiple':
      return values.map((value) => [value]);
    case 'number':
      return intervals(field, bounds);
  }
}

/** The intervals between the bounds, each from its first to its last possible value. */
function intervals(
  { minimum = 0, maximum = 0, step = 1 }: Question | Finding,
  bounds: readonly number[],
): Range[] {
  const inner = bounds.filter((bound) => bound > minimum && bound <= maximum);
  const starts = [...new Set([minimum, ...inner])].sort((a, b) => a - b);
  return starts.map((min, place) => {
    const next = starts[place + 1];
    return { min, max: next === undefined ? maximum : round(next - step) };
  });
}

/** Where a rule begins to say something else of a number: the first value on the far side. */
function boundsByFact({ rules, fields, instruments }: RuleBook): ReadonlyMap<string, number[]> {
  const measures = new Map(
    instruments.flatMap(({ instrument: { id, measure } }) =>
      measure === undefined ? [] : [[id, measure] as const],
    ),
  );
  const bounds = new Map<string, number[]>();
  for (const { fact, operator, value } of rules.flatMap(({ when }) => comparisonsOf(when))) {
    if (typeof value !== 'number') continue;
    const field = measures.get(fact) ?? fact;
    const isIncluded = operator === 'lessThan' || operator === 'greaterThanInclusive';
    const bound = isIncluded ? value : round(value + (fields.get(field)?.step ?? 1));
    bounds.set(field, [...(bounds.get(field) ?? []), bound]);
  }
  return bounds;
}

/** Steps such as 0.1 add up to what a person would write. */
function round(number: number): number {
  return Number(number.toFixed(6));
}
