/**
 * facts -> rules that fire, hundreds of times faster: the compiled twin of json-rules-engine.
 *
 * Each rule is compiled to a row of numbers that is judged on typed facts, to true, false or open
 * (`compiled-rules`); an index tells which rules read a fact. To evaluate is to change facts, from "nothing is known" on, and to ask
 * again only the rules that read what has changed. The engine decides; the twin explores, screens,
 * and is tested to agree with it.
 */
import { type Audience, audiences, type Input } from './answers';
import { type CompiledRules, compileRules } from './compiled-rules';
import type { Truth } from './engine';
import type { Evaluation } from './evaluation';
import { isExpected } from './facts';
import { factOfScore, scoreInstrument } from './instruments';
import { comparisonsOf, type KnowledgeBase } from './knowledge-base';
import { notApplicable } from './operators';
import { type RuleBook, ruleBookOf } from './rule-book';
import type { Rule } from './ruled';
import {
  copySlot,
  copyTypedFacts,
  isInVainAt,
  isUnknownAt,
  makeTypedFacts,
  numberAt,
  type Packing,
  packingOf,
  type Supposed,
  setFact,
  type TypedFacts,
  unanswerable,
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
  const slotOf = (fact: string) => packingFor(fact).slot;
  const compiled = compileRules(book.rules, packingFor);
  const readers = indexReaders(book, slotOf, packings.length);
  /** The round in which each rule was last asked: one that reads two changed facts is asked once. */
  const askedIn = new Int32Array(book.rules.length);
  let round = 0;

  function suppose(before: TwinEvaluation, supposed: Readonly<Record<string, Supposed>>) {
    const answered = copyTypedFacts(before.answered);
    const slots: number[] = [];
    const inVain: number[] = [];
    for (const fact of Object.keys(supposed)) {
      const value = supposed[fact];
      const packing = packingFor(fact);
      // For what is asked it is an answer that has not come.
      setFact(answered, packing, value === unanswerable ? undefined : value);
      slots.push(packing.slot);
      if (value === unanswerable) inVain.push(packing.slot);
    }
    return follow(before, answered, slots, inVain);
  }

  /** Asks rules again; those whose truth is another now go on the list. */
  function ask(places: readonly number[], facts: TypedFacts, truths: Truth[], changed: number[]) {
    for (const place of places) {
      if (askedIn[place] === round) continue;
      askedIn[place] = round;
      const truth = compiled.judge(place, facts);
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
    for (const slot of moved) ask(readers.decisions[slot] ?? [], facts, truths, changed);
    return {
      audience,
      answered,
      facts,
      truths,
      scores,
      changed,
      isUnknown: isUnknownIn(facts, slotOf),
      factsBehind: factsBehindIn(facts, compiled),
    };
  }

  const unasked = new Array<Truth>(book.rules.length).fill('open');
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
    evaluate: ({ audience, answers }) => suppose(blank[audience], answers),
    packingFor,
    suppose,
    isAsked: ({ truths }, field) => {
      const ask = book.asks.get(field);
      return !ask || truths[ask.place] !== false;
    },
  };
}

/** Which rules read each slot, by the stage in which they are asked. */
interface Readers {
  readonly asks: readonly number[][];
  readonly scorings: readonly number[][];
  readonly decisions: readonly number[][];
  /** The slot of the field that each rule on asking is about. */
  readonly askedBy: ReadonlyMap<number, number>;
  /** The instruments that are scored from each slot. */
  readonly instruments: readonly number[][];
}

function indexReaders(book: RuleBook, slotOf: SlotOf, slots: number): Readers {
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
  return {
    asks: collect(asks.map(([, rule]) => rule)),
    scorings: collect(book.rules.slice(asks.length, book.decisionsFrom)),
    decisions: collect(book.rules.slice(book.decisionsFrom)),
    askedBy: new Map(asks.map(([field, { place }]) => [place, slotOf(field)])),
    instruments: Array.from({ length: slots }, (_, slot) =>
      [...book.instruments.keys()].filter((place) => factsScored[place]?.has(slot)),
    ),
  };
}

type SlotOf = (fact: string) => number;

function isUnknownIn(facts: TypedFacts, slotOf: SlotOf): TwinEvaluation['isUnknown'] {
  return (fact) => isUnknownAt(facts, slotOf(fact));
}

function factsBehindIn(
  facts: TypedFacts,
  { factsBehind }: CompiledRules,
): TwinEvaluation['factsBehind'] {
  return ({ place }) => factsBehind(place, facts);
}
