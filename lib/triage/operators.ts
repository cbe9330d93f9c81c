/**
 * What the comparisons of the rule format mean.
 *
 * A fact is one of four things: a known value, a range (an instrument's score
 * while some of its items are unknown), not applicable (the question is
 * certainly not asked), or unknown. Each comparison has two readings:
 * `certain` holds when no way of filling in the unknown could make it false,
 * `possible` holds when some way could make it true. A rule that is possible
 * and not certain is open.
 */
import { Operator } from 'json-rules-engine';
import type { Comparison } from './schema';

export interface Range {
  readonly min: number;
  readonly max: number;
}

/** Nothing to wait for: the question is certainly not asked, or the instrument does not apply. */
export const notApplicable = null;

/** `undefined` is the unknown. */
export type FactValue = string | readonly string[] | Range | typeof notApplicable | undefined;

export type Reading = 'certain' | 'possible';

export type OperatorName = Comparison['operator'];

/** Which type of fact each operator reads. */
export const operatorReads: Record<OperatorName, 'single' | 'multiple' | 'number'> = {
  in: 'single',
  isNoneOf: 'single',
  includesAny: 'multiple',
  includesNone: 'multiple',
  lessThan: 'number',
  lessThanInclusive: 'number',
  greaterThan: 'number',
  greaterThanInclusive: 'number',
};

const isChoice = (fact: FactValue): fact is string => typeof fact === 'string';
const isList = (fact: FactValue): fact is readonly string[] => Array.isArray(fact);
export const isRange = (fact: FactValue): fact is Range =>
  typeof fact === 'object' && fact !== null && 'min' in fact;

/** What a comparison says of a fact, given the value in the rule. */
type Compare = (fact: FactValue, value: unknown) => boolean;

/** A comparison that nothing applicable can satisfy, or (a negation) that nothing can break. */
function compare<Known extends FactValue, Value>(
  name: OperatorName,
  reading: Reading,
  isOfItsType: (fact: FactValue) => fact is Known,
  ifNotApplicable: boolean,
  holds: (fact: Known, value: Value) => boolean,
): [OperatorName, Compare] {
  const says = (fact: FactValue, value: Value) => {
    if (fact === undefined) return reading === 'possible';
    if (fact === notApplicable) return ifNotApplicable;
    if (!isOfItsType(fact)) throw new TypeError(`operator-type: ${name} cannot read this fact`);
    return holds(fact, value);
  };
  return [name, says as Compare];
}

/** The operators that an Engine is given for one reading; they replace its own. */
export function operatorsFor(reading: Reading): Operator[] {
  return [...comparisonsUnder(reading)].map(([name, says]) => new Operator(name, says));
}

/** What each operator says under one reading. */
export function comparisonsUnder(reading: Reading): ReadonlyMap<string, Compare> {
  // A range is certainly above a bound where its least value is, possibly where its greatest is.
  const above = reading === 'certain' ? 'min' : 'max';
  const below = reading === 'certain' ? 'max' : 'min';
  type Choices = readonly string[];
  return new Map([
    compare('in', reading, isChoice, false, (fact, value: Choices) => value.includes(fact)),
    compare('isNoneOf', reading, isChoice, true, (fact, value: Choices) => !value.includes(fact)),
    compare('includesAny', reading, isList, false, (fact, value: Choices) =>
      fact.some((one) => value.includes(one)),
    ),
    compare(
      'includesNone',
      reading,
      isList,
      true,
      (fact, value: Choices) => !fact.some((one) => value.includes(one)),
    ),
    compare('lessThan', reading, isRange, false, (fact, value: number) => fact[below] < value),
    compare(
      'lessThanInclusive',
      reading,
      isRange,
      false,
      (fact, value: number) => fact[below] <= value,
    ),
    compare('greaterThan', reading, isRange, false, (fact, value: number) => fact[above] > value),
    compare(
      'greaterThanInclusive',
      reading,
      isRange,
      false,
      (fact, value: number) => fact[above] >= value,
    ),
  ]);
}
