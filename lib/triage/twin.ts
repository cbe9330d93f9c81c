/**
 * facts -> rules that fire, hundreds of times faster: the compiled twin of json-rules-engine.
 *
 * Each rule becomes a closure over typed facts that answers true, false or open; an index tells
 * which rules read a fact. To evaluate is to change facts, from "nothing is known" on, and to ask
 * again only the rules that read what has changed. The engine decides; the twin explores, screens,
 * and is tested to agree with it.
 */
import { type Audience, audiences, type Input } from './answers';
import type { Truth } from './engine';
import type { Evaluation } from './evaluation';
import { isExpected } from './facts';
import { factOfScore, scoreInstrument } from './instruments';
import { comparisonsOf, type KnowledgeBase } from './knowledge-base';
import { type Memory, remember } from './memory';
import { notApplicable, type OperatorName, operatorReads } from './operators';
import { type Rule, type RuleBook, ruleBookOf } from './rule-book';
import type { Comparison, When } from './schema';
import {
  copySlot,
  copyTypedFacts,
  isInVainAt,
  isUnknownAt,
  isUnsettledAt,
  makeTypedFacts,
  numberAt,
  type Packing,
  packingOf,
  type Supposed,
  setFact,
  type TypedFacts,
  unanswerable,
  unanswerableBit,
} from './typed-facts';

export interface TwinEvaluation extends Evaluation {
  readonly audience: Audience;
  /** The answers as they were given. */
  readonly answered: TypedFacts;
  /** The same with the scores, and with not applicable for what is not asked. */
  readonly facts: TypedFacts;
  /** The places of the rules whose truth is another than before the last change. */
  readonly changed: readonly number[];
}

export interface Twin {
  readonly book: RuleBook;
  /** Where and how a question, finding or instrument stands in the typed facts. */
  readonly packingFor: (fact: string) => Packing;
  /** Of valid answers. */
  readonly evaluate: (input: Input) => TwinEvaluation;
  /** What would follow if these facts were so; `undefined` takes an answer back. */
  readonly suppose: (
    before: TwinEvaluation,
    facts: Readonly<Record<string, Supposed>>,
  ) => TwinEvaluation;
  /** Whether a question or finding is asked at all. */
  readonly isAsked: (evaluation: TwinEvaluation, field: string) => boolean;
}

const twins = new WeakMap<KnowledgeBase, Twin>();

/** The twin of a knowledge base, compiled once. */
export function twinOf(base: KnowledgeBase): Twin {
  const known = twins.get(base);
  if (known) return known;
  const twin = compileTwin(ruleBookOf(base));
  twins.set(base, twin);
  return twin;
}

/** Throws on what it does not cover. */
export function compileTwin(book: RuleBook): Twin {
  const facts = [
    ...book.fields.values(),
    ...book.instruments.map(({ instrument: { id } }) => ({ id, type: 'number' }) as const),
  ];
  const packings = facts.map((fact, slot) => packingOf(slot, fact));
  const packingByFact = new Map(packings.map((packing) => [packing.fact, packing]));
  const packingFor = (fact: string): Packing => {
    const packing = packingByFact.get(fact);
    if (!packing) throw new Error(`twin-not-covered: nothing answers ${fact}`);
    return packing;
  };
  const compile = makeCompiler(packingFor);
  const slotOf = (fact: string) => packingFor(fact).slot;
  const nodes = book.rules.map(({ when }) => compile(when));
  const tests = nodes.map(({ test }) => test);
  const explainers = nodes.map((node) => makeExplainer(node, slotOf));
  const readers = indexReaders(book, packingFor, packings.length);
  /** The round in which each rule was last asked: one that reads two changed facts is asked once. */
  const askedIn = new Int32Array(nodes.length);
  let round = 0;

  function suppose(before: TwinEvaluation, supposed: Readonly<Record<string, Supposed>>) {
    const answered = copyTypedFacts(before.answered);
    const slots: number[] = [];
    const inVain: number[] = [];
    for (const [fact, value] of Object.entries(supposed)) {
      const packing = packingFor(fact);
      // For what is asked it is an answer that has not come.
      setFact(answered, packing, value === unanswerable ? undefined : value);
      slots.push(packing.slot);
      if (value === unanswerable) inVain.push(packing.slot);
    }
    return follow(before, answered, slots, inVain);
  }

  /** The same for rules that are one comparison of a choice: most are, and need no closure. */
  function askChoices(slot: number, { bits }: TypedFacts, truths: Truth[], changed: number[]) {
    const choices = readers.choices[slot];
    if (!choices) return;
    const { places, masks, negated } = choices;
    const chosen = bits[slot] ?? 0;
    for (let at = 0; at < places.length; at += 1) {
      const place = places[at] ?? 0;
      const isNamed = (chosen & (masks[at] ?? 0)) !== 0;
      const truth = chosen === 0 ? 'open' : isNamed !== (negated[at] === 1);
      if (truth === truths[place]) continue;
      truths[place] = truth;
      changed.push(place);
    }
  }

  /** Asks rules again; those whose truth is another now go on the list. */
  function ask(places: readonly number[], facts: TypedFacts, truths: Truth[], changed: number[]) {
    for (const place of places) {
      if (askedIn[place] === round) continue;
      askedIn[place] = round;
      const truth = tests[place]?.(facts) ?? 'open';
      if (truth === truths[place]) continue;
      truths[place] = truth;
      changed.push(place);
    }
  }

  /**
   * Everything that follows where the answers in these slots have changed.
   * @param inVain those of them that were asked and will never be answered
   */
  function follow(
    before: TwinEvaluation,
    answered: TypedFacts,
    slots: readonly number[],
    inVain: readonly number[] = [],
  ): TwinEvaluation {
    const { audience } = before;
    const facts = copyTypedFacts(before.facts);
    const truths = before.truths.slice();
    const scores = before.scores.slice();
    const changed: number[] = [];
    round += 1;

    // 1. Which questions are asked, given the answers.
    for (const slot of slots) ask(readers.asks[slot] ?? [], answered, truths, changed);
    const moved = [...slots, ...changed.map((place) => readers.askedBy.get(place) ?? 0)];
    // 2. The facts of all fields that this concerns.
    const stale: number[] = [];
    for (const slot of moved) {
      const stays = inVain.includes(slot) || (isInVainAt(facts, slot) && !slots.includes(slot));
      copySlot(answered, facts, slot);
      const packing = packings[slot];
      if (packing && isUnknownAt(answered, slot)) {
        const isAwaited = isExpected(book, packing.fact, audience, truths);
        if (!isAwaited) setFact(facts, packing, notApplicable);
        else if (stays) setFact(facts, packing, unanswerable);
      }
      for (const place of readers.instruments[slot] ?? []) {
        if (!stale.includes(place)) stale.push(place);
      }
    }
    // 3. The scores that are made from them, which are facts too.
    for (const slot of moved) ask(readers.scorings[slot] ?? [], facts, truths, changed);
    for (const place of stale) {
      const ruled = book.instruments[place];
      if (!ruled) continue;
      const { id, measure } = ruled.instrument;
      const measured = measure === undefined ? undefined : numberAt(facts, slotOf(measure));
      const score = scoreInstrument(ruled, audience, truths, measured);
      const packing = packingFor(id);
      scores[place] = score;
      setFact(facts, packing, factOfScore(score));
      moved.push(packing.slot);
    }
    // 4. Everything that is decided.
    for (const slot of moved) {
      askChoices(slot, facts, truths, changed);
      ask(readers.decisions[slot] ?? [], facts, truths, changed);
    }
    return {
      audience,
      answered,
      facts,
      truths,
      scores,
      changed,
      isUnknown: isUnknownIn(facts, slotOf),
      factsBehind: factsBehindIn(facts, explainers),
    };
  }

  const unasked = new Array<Truth>(nodes.length).fill('open');
  const nothing = {
    facts: makeTypedFacts(packings.length),
    truths: unasked,
    scores: [],
    changed: [],
  };
  const blank = Object.fromEntries(
    audiences.map((audience) => {
      const answered = makeTypedFacts(packings.length);
      const before = {
        ...nothing,
        audience,
        answered,
        isUnknown: () => true,
        factsBehind: () => [],
      };
      return [audience, follow({ ...before, answered }, answered, [...packings.keys()])];
    }),
  ) as Record<Audience, TwinEvaluation>;

  return {
    book,
    evaluate: ({ audience, answers }) => {
      const given: Record<string, Supposed> = {};
      for (const [id, answer] of Object.entries(answers)) {
        if (book.fields.has(id)) given[id] = answer;
      }
      return suppose(blank[audience], given);
    },
    packingFor,
    suppose,
    isAsked: ({ truths }, field) => {
      const ask = book.asks.get(field);
      return !ask || truths[ask.place] !== false;
    },
  };
}

type Test = (facts: TypedFacts) => Truth;

/** A compiled comparison, or a list of them. */
interface Node {
  readonly test: Test;
  /** What a comparison reads. */
  readonly fact: string | null;
  readonly parts: readonly Node[];
}

/** The way from a rule's logic to its closure. Equal comparisons share one. */
function makeCompiler(packingFor: (fact: string) => Packing): (when: When) => Node {
  const leaves = new Map<string, Node>();
  return function compile(when: When): Node {
    if (!('fact' in when)) {
      const parts = ('all' in when ? when.all : when.any).map(compile);
      const tests = parts.map(({ test }) => test);
      return { test: 'all' in when ? every(tests) : some(tests), fact: null, parts };
    }
    const key = JSON.stringify([when.fact, when.operator, when.value]);
    const known = leaves.get(key);
    if (known) return known;
    const test = compileComparison(when, packingFor(when.fact));
    const leaf = { test, fact: when.fact, parts: [] };
    leaves.set(key, leaf);
    return leaf;
  };
}

function every(tests: readonly Test[]): Test {
  return (facts) => {
    let truth: Truth = true;
    for (const test of tests) {
      const one = test(facts);
      if (one === false) return false;
      if (one === 'open') truth = 'open';
    }
    return truth;
  };
}

function some(tests: readonly Test[]): Test {
  return (facts) => {
    let truth: Truth = false;
    for (const test of tests) {
      const one = test(facts);
      if (one === true) return true;
      if (one === 'open') truth = 'open';
    }
    return truth;
  };
}

/** The comparisons of `operators`, on packed facts. */
function compileComparison(comparison: Comparison, packing: Packing): Test {
  const { fact, operator } = comparison;
  if (operatorReads[operator] !== packing.type) {
    throw new Error(`twin-not-covered: ${operator} cannot read ${fact}, a ${packing.type}`);
  }
  const { value } = comparison;
  if (typeof value === 'number') return compareNumber(operator, packing.slot, value);
  if (Array.isArray(value)) return compareChoice(operator, packing, value);
  throw new Error(`twin-not-covered: ${operator} cannot compare with this`);
}

function compareChoice(operator: OperatorName, packing: Packing, values: readonly string[]): Test {
  const { slot } = packing;
  const { mask, isNegated } = readChoice(operator, packing, values);
  return ({ bits }) => {
    const chosen = bits[slot] ?? 0;
    return chosen === 0 ? 'open' : ((chosen & mask) !== 0) !== isNegated;
  };
}

/** The bits that a comparison of a choice looks for; a negation holds where it finds none. */
function readChoice(operator: OperatorName, packing: Packing, values: readonly string[]) {
  const isNegated = operator === 'isNoneOf' || operator === 'includesNone';
  if (!isNegated && operator !== 'in' && operator !== 'includesAny') {
    throw new Error(`twin-not-covered: ${operator} reads no choice`);
  }
  // Nothing holds of what will never be answered.
  const never = isNegated ? unanswerableBit : 0;
  const mask = values.reduce((bits, value) => {
    const bit = packing.options.get(value);
    if (!bit) throw new Error(`twin-not-covered: no rule can read ${value} of ${packing.fact}`);
    return bits | bit;
  }, never);
  return { mask, isNegated };
}

function compareNumber(operator: OperatorName, slot: number, value: number): Test {
  const least = (facts: TypedFacts) => facts.least[slot] ?? Number.NaN;
  const greatest = (facts: TypedFacts) => facts.greatest[slot] ?? Number.NaN;
  const judge = (certain: boolean, possible: boolean) => certain || (possible && 'open');
  switch (operator) {
    case 'lessThan':
      return (facts) => judge(greatest(facts) < value, least(facts) < value);
    case 'lessThanInclusive':
      return (facts) => judge(greatest(facts) <= value, least(facts) <= value);
    case 'greaterThan':
      return (facts) => judge(least(facts) > value, greatest(facts) > value);
    case 'greaterThanInclusive':
      return (facts) => judge(least(facts) >= value, greatest(facts) >= value);
    default:
      throw new Error(`twin-not-covered: ${operator} reads no number`);
  }
}

/** Rules of one comparison each, as columns. */
interface Choices {
  readonly places: Int32Array;
  readonly masks: Int32Array;
  /** 1 for `isNoneOf` and `includesNone`. */
  readonly negated: Uint8Array;
}

/** Which rules read each slot, by the stage in which they are asked. */
interface Readers {
  readonly asks: readonly number[][];
  readonly scorings: readonly number[][];
  readonly decisions: readonly number[][];
  /** Of those that decide: the rules that are one comparison of a choice. */
  readonly choices: readonly Choices[];
  /** The slot of the field that each rule on asking is about. */
  readonly askedBy: ReadonlyMap<number, number>;
  /** The instruments that are scored from each slot. */
  readonly instruments: readonly number[][];
}

function indexReaders(
  book: RuleBook,
  packingFor: (fact: string) => Packing,
  slots: number,
): Readers {
  const slotOf = (fact: string) => packingFor(fact).slot;
  const collect = (rules: readonly Rule[]): number[][] => {
    const readers = Array.from({ length: slots }, (): number[] => []);
    for (const { when, place } of rules) {
      for (const slot of new Set(comparisonsOf(when).map(({ fact }) => slotOf(fact)))) {
        readers[slot]?.push(place);
      }
    }
    return readers;
  };
  const asks = [...book.asks];
  const factsScored = book.instruments.map(({ instrument: { measure }, applies, items }) => {
    const rules = [...(applies ? [applies] : []), ...items.map(({ rule }) => rule)];
    const facts = rules.flatMap(({ when }) => comparisonsOf(when).map(({ fact }) => fact));
    return new Set([...facts, ...(measure === undefined ? [] : [measure])].map(slotOf));
  });
  const deciding = book.rules.slice(book.decisionsFrom);
  return {
    asks: collect(asks.map(([, rule]) => rule)),
    scorings: collect(book.rules.slice(asks.length, book.decisionsFrom)),
    decisions: collect(deciding.filter(({ when }) => !isChoice(when))),
    choices: collectChoices(deciding, packingFor, slots),
    askedBy: new Map(asks.map(([field, { place }]) => [place, slotOf(field)])),
    instruments: Array.from({ length: slots }, (_, slot) =>
      [...book.instruments.keys()].filter((place) => factsScored[place]?.has(slot)),
    ),
  };
}

function isChoice(when: When): when is Comparison & { readonly value: string[] } {
  return 'fact' in when && Array.isArray(when.value);
}

function collectChoices(
  rules: readonly Rule[],
  packingFor: (fact: string) => Packing,
  slots: number,
): Choices[] {
  const choices = rules.flatMap(({ when, place }) => {
    if (!isChoice(when)) return [];
    const packing = packingFor(when.fact);
    return { place, slot: packing.slot, ...readChoice(when.operator, packing, when.value) };
  });
  return Array.from({ length: slots }, (_, slot) => {
    const own = choices.filter((one) => one.slot === slot);
    return {
      places: Int32Array.from(own, ({ place }) => place),
      masks: Int32Array.from(own, ({ mask }) => mask),
      negated: Uint8Array.from(own, ({ isNegated }) => Number(isNegated)),
    };
  });
}

type SlotOf = (fact: string) => number;

function isUnknownIn(facts: TypedFacts, slotOf: SlotOf): TwinEvaluation['isUnknown'] {
  return (fact) => isUnknownAt(facts, slotOf(fact));
}

/** Which facts are behind a rule's verdict. */
type Explain = (facts: TypedFacts) => readonly string[];

function factsBehindIn(
  facts: TypedFacts,
  explainers: readonly Explain[],
): TwinEvaluation['factsBehind'] {
  return ({ place }) => explainers[place]?.(facts) ?? [];
}

/** Base-four digits that a number holds exactly. */
const digitsMax = 26;

/** What is behind a verdict depends on how the comparisons stand: worked out once for each way. */
function makeExplainer(rule: Node, slotOf: SlotOf): Explain {
  const leaves = leavesOf(rule).map((leaf) => ({ ...leaf, slot: slotOf(leaf.fact) }));
  if (leaves.length > digitsMax) return (facts) => factsBehind(rule, facts, slotOf);
  const memory: Memory<readonly string[]> = new Map();
  return (facts) => {
    let standing = 0;
    for (const { test, slot } of leaves) {
      const truth = test(facts);
      const digit = truth === false ? 0 : truth === 'open' ? 1 : isUnsettledAt(facts, slot) ? 2 : 3;
      standing = standing * 4 + digit;
    }
    const remembered = memory.get(standing);
    if (remembered) return remembered;
    const behind = factsBehind(rule, facts, slotOf);
    remember(memory, standing, behind);
    return behind;
  };
}

function leavesOf({ test, fact, parts }: Node): { readonly test: Test; readonly fact: string }[] {
  return fact === null ? parts.flatMap(leavesOf) : [{ test, fact }];
}

/** The facts of the comparisons that carry a verdict: all that hold, or the open ones that could. */
function factsBehind(rule: Node, facts: TypedFacts, slotOf: SlotOf): string[] {
  const found: string[] = [];
  const truth = rule.test(facts);
  if (truth !== false) collectFacts(rule, facts, truth, slotOf, found);
  return found;
}

function collectFacts(
  { test, fact, parts }: Node,
  facts: TypedFacts,
  truth: true | 'open',
  slotOf: SlotOf,
  found: string[],
): void {
  const own = test(facts);
  if (own === false || (truth === true && own === 'open')) return;
  for (const part of parts) collectFacts(part, facts, truth, slotOf, found);
  if (fact === null || found.includes(fact)) return;
  if (truth === true || isUnsettledAt(facts, slotOf(fact))) found.push(fact);
}
