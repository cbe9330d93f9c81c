/**
 * Holds the twin against json-rules-engine, on as many intakes as one likes.
 *
 * The engine has the last word on every rule, but says it once for each case that it can tell
 * apart: it judges every comparison on every value that comes, where options that the comparison
 * does not name are all alike, and every list of comparisons on every combination of what its parts
 * say, or, where they are many, on how many of them say so. The next time a look into the memory is
 * the answer.
 */
import type { Answers, Input } from './answers';
import { evaluateRules, type Facts, type Truth, verdictOn } from './engine';
import { toFact } from './facts';
import { notApplicable } from './operators';
import type { Rule } from './ruled';
import type { Comparison, When } from './schema';
import type { Twin, TwinEvaluation } from './twin';
import { isUnknownAt, numberAt, type Packing, type TypedFacts } from './typed-facts';

/** The ids of the rules on which the twin and json-rules-engine differ. */
export type Recheck = (input: Input, explored: TwinEvaluation) => Promise<readonly string[]>;

/** A check with a memory of its own. */
export function makeRecheck(twin: Twin): Recheck {
  const { rules, asks } = twin.book;
  const asking = rememberRules(rules.slice(0, asks.size), twin);
  const others = rememberRules(rules.slice(asks.size), twin);
  return async ({ answers }, { truths, answered, facts }) => [
    // What is asked follows from the answers as they were given.
    ...(await compare(asking, truths, answered, () => unpack(twin, answers, answered))),
    ...(await compare(others, truths, facts, () => unpack(twin, answers, facts))),
  ];
}

/** A comparison, or a list of such, with what the engine said of it so far. */
interface Remembered {
  readonly when: When;
  /** What a comparison reads, and the bits of the options that it names. */
  readonly slot: number;
  readonly named: number;
  /** Of a list: places in the list of everything that is remembered, before its own. */
  readonly parts: readonly number[];
  /** By the value that is compared, or by what the parts say. */
  readonly memory: Map<string | number, Truth>;
  /** What was asked last, which is mostly what is asked next. */
  key: string | number;
  truth: Truth;
}

interface RememberedRules {
  /** Comparisons before the lists that they stand in; what stands in two rules is there once. */
  readonly remembered: readonly Remembered[];
  readonly rules: readonly { readonly rule: Rule; readonly place: number }[];
}

function rememberRules(rules: readonly Rule[], { packingFor }: Twin): RememberedRules {
  const remembered: Remembered[] = [];
  const places = new Map<string, number>();
  const remember = (when: When): number => {
    const key = JSON.stringify(when);
    const known = places.get(key);
    if (known !== undefined) return known;
    const parts = 'fact' in when ? [] : ('all' in when ? when.all : when.any).map(remember);
    const read = 'fact' in when ? readOf(when, packingFor(when.fact)) : { slot: 0, named: 0 };
    const place =
      remembered.push({ when, ...read, parts, memory: new Map(), key: '', truth: 'open' }) - 1;
    places.set(key, place);
    return place;
  };
  return { rules: rules.map((rule) => ({ rule, place: remember(rule.when) })), remembered };
}

function readOf({ value }: Comparison, { slot, options }: Packing) {
  const values = Array.isArray(value) ? value : [];
  return { slot, named: values.reduce((bits, one) => bits | (options.get(one) ?? 0), 0) };
}

async function compare(
  { remembered, rules }: RememberedRules,
  truths: readonly Truth[],
  packed: TypedFacts,
  unpackFacts: () => Facts,
): Promise<string[]> {
  const said: Truth[] = [];
  for (const one of remembered) {
    const key = one.parts.length > 0 ? spell(one.parts, said) : valueFor(one, packed);
    if (one.key !== key) {
      one.truth = one.memory.get(key) ?? (await askEngine(one, key, unpackFacts()));
      one.key = key;
    }
    said.push(one.truth);
  }
  const different: string[] = [];
  for (const { rule, place } of rules) {
    if (said[place] !== truths[rule.place]) different.push(rule.id);
  }
  return different;
}

/** Of more parts than this, which part says what is left aside: a list of 13 has 1.6 million cases. */
const partsToldApartMax = 5;

/** What the parts say, in ternary digits; of many parts, how many are true and how many open. */
function spell(parts: readonly number[], said: readonly Truth[]): number {
  const areToldApart = parts.length <= partsToldApartMax;
  let key = 0;
  for (const place of parts) {
    const truth = said[place];
    if (areToldApart) key *= 3;
    if (truth === 'open') key += 1;
    else if (truth) key += areToldApart ? 2 : parts.length + 1;
  }
  return key;
}

/** A number that never comes twice fills no memory: it is emptied when it holds so many cases. */
const casesMax = 10_000;

async function askEngine({ when, memory }: Remembered, key: string | number, facts: Facts) {
  const { truth } = verdictOn(await evaluateRules([{ id: 'it', when }], facts), 'it');
  if (memory.size >= casesMax) memory.clear();
  memory.set(key, truth);
  return truth;
}

/** The bits that are no option's: not applicable, and never to be answered. */
const specialBits = 3 << 29;

/** A choice by its bits, a number by itself or, where it is a range or unknown, by its bounds. */
function valueFor(
  { slot, named }: Remembered,
  { bits, least, greatest }: TypedFacts,
): string | number {
  const chosen = bits[slot] ?? 0;
  if (chosen !== 0) {
    const told = chosen & (named | specialBits);
    // Options that are not named are all alike.
    return told === chosen ? told : -1 - told;
  }
  const from = least[slot] ?? 0;
  const to = greatest[slot] ?? 0;
  if (from === to) return from;
  return from === -Infinity ? 'unknown' : `${from}..${to}`;
}

/** The facts as the engine reads them: out of the answers, not out of what the twin made of them. */
function unpack({ book, packingFor }: Twin, answers: Answers, packed: TypedFacts): Facts {
  const facts = [...book.fields.values()].map((field) => {
    if (isUnknownAt(packed, packingFor(field.id).slot)) return [field.id, undefined];
    return [field.id, toFact(field, answers[field.id]) ?? notApplicable];
  });
  const ids = book.instruments.map(({ instrument: { id } }) => id);
  return Object.fromEntries([
    ...facts,
    ...ids.map((id) => [id, numberAt(packed, packingFor(id).slot)]),
  ]);
}
