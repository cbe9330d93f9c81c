/**
 * facts, packed for the twin: a choice is a set of bits, one for each option, a number is its two
 * bounds. Every question, finding and instrument has a place in the arrays, its slot.
 */
import type { Answer } from './answers';
import { type FactValue, notApplicable, type Range } from './operators';
import type { Option } from './schema';

export interface TypedFacts {
  /** Of the choices; 0 is the unknown. */
  readonly bits: number[];
  /** Of the numbers: from minus to plus infinity is the unknown, NaN fails every comparison. */
  readonly least: number[];
  readonly greatest: number[];
}

/** How the values of one slot are packed. */
export interface Packing {
  readonly fact: string;
  readonly slot: number;
  readonly type: 'single' | 'multiple' | 'number';
  /** The bit of each option; none for "not sure" and "not done", which are the unknown. */
  readonly options: ReadonlyMap<string, number>;
}

/** Asked, and never to be answered: no comparison will hold, not even a negation. */
export const unanswerable = Symbol('unanswerable');

/** What a fact may be supposed to be: an answer, an interval of numbers, not applicable, unknown. */
export type Supposed = Answer | Range | null | undefined | typeof unanswerable;

/** Known, and none of the options that a rule can name. */
const elsewhereBit = 1 << 30;
export const unanswerableBit = 1 << 29;
export const optionsMax = 29;

/** Throws on more options than there are bits. */
export function packingOf(
  slot: number,
  {
    id,
    type,
    options = [],
  }: {
    readonly id: string;
    readonly type: Packing['type'];
    readonly options?: Option[] | undefined;
  },
): Packing {
  if (options.length > optionsMax) {
    throw new Error(`twin-not-covered: ${id} has more than ${optionsMax} options`);
  }
  const bits = new Map(
    options.map(({ value, unknown }, place) => [value, unknown ? 0 : 1 << place]),
  );
  return { fact: id, slot, type, options: bits };
}

/** Every slot unknown. */
export function makeTypedFacts(slots: number): TypedFacts {
  return {
    bits: new Array<number>(slots).fill(0),
    least: new Array<number>(slots).fill(-Infinity),
    greatest: new Array<number>(slots).fill(Infinity),
  };
}

export function copyTypedFacts({ bits, least, greatest }: TypedFacts): TypedFacts {
  return { bits: bits.slice(), least: least.slice(), greatest: greatest.slice() };
}

/** Writes a fact into its slot. Throws on one of another type, as the operators do. */
export function setFact(facts: TypedFacts, packing: Packing, fact: Supposed): void {
  const { slot, type } = packing;
  facts.bits[slot] = 0;
  facts.least[slot] = -Infinity;
  facts.greatest[slot] = Infinity;
  if (fact === undefined) return;
  if (fact === notApplicable || fact === unanswerable) {
    facts.bits[slot] = fact === unanswerable ? unanswerableBit : elsewhereBit;
    facts.least[slot] = Number.NaN;
    facts.greatest[slot] = Number.NaN;
  } else if (type === 'single' && typeof fact === 'string') {
    facts.bits[slot] = bitOf(packing, fact);
  } else if (type === 'multiple' && Array.isArray(fact)) {
    facts.bits[slot] = bitsOf(packing, fact);
  } else if (type === 'number' && typeof fact === 'number') {
    facts.least[slot] = fact;
    facts.greatest[slot] = fact;
  } else if (type === 'number' && typeof fact === 'object' && 'min' in fact) {
    facts.least[slot] = fact.min;
    facts.greatest[slot] = fact.max;
  } else {
    throw new TypeError(`operator-type: ${packing.fact} is a ${type}`);
  }
}

function bitOf({ options }: Packing, value: string): number {
  return options.get(value) ?? elsewhereBit;
}

/** A list with an unknown in it is unknown as a whole. */
function bitsOf(packing: Packing, values: readonly string[]): number {
  let bits = 0;
  for (const value of values) {
    const bit = bitOf(packing, value);
    if (bit === 0) return 0;
    bits |= bit;
  }
  return bits === 0 ? elsewhereBit : bits;
}

export function copySlot(from: TypedFacts, to: TypedFacts, slot: number): void {
  to.bits[slot] = from.bits[slot] ?? 0;
  to.least[slot] = from.least[slot] ?? Number.NaN;
  to.greatest[slot] = from.greatest[slot] ?? Number.NaN;
}

/** Asked, and never to be answered. */
export function isInVainAt({ bits }: TypedFacts, slot: number): boolean {
  return bits[slot] === unanswerableBit;
}

/** No answer, yet or for good. */
export function isUnknownAt({ bits, least, greatest }: TypedFacts, slot: number): boolean {
  if (bits[slot] === unanswerableBit) return true;
  return bits[slot] === 0 && least[slot] === -Infinity && greatest[slot] === Infinity;
}

/** The number in a slot, as a range. */
export function numberAt(facts: TypedFacts, slot: number): FactValue {
  if (isUnknownAt(facts, slot)) return undefined;
  const min = facts.least[slot] ?? Number.NaN;
  return Number.isNaN(min) ? notApplicable : { min, max: facts.greatest[slot] ?? min };
}

/** Unknown, or a range that has not come down to one value. */
export function isUnsettledAt(facts: TypedFacts, slot: number): boolean {
  if (isUnknownAt(facts, slot)) return true;
  return facts.bits[slot] === 0 && facts.least[slot] !== facts.greatest[slot];
}
