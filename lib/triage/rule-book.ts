/** The knowledge base as the reasoning walks it: every rule once, each with its place in one list. */
import { mostUrgentFirst } from './disposition';
import {
  type Condition,
  comparisonsOf,
  emergencyQuestionIds,
  type Finding,
  type KnowledgeBase,
  type Question,
  ruleId,
} from './knowledge-base';
import type { Rule, RuledCondition, RuledFlag, RuledInstrument } from './ruled';
import type { Likelihood, When } from './schema';
import { listUrgencySetters, type UrgencySetter } from './urgency-setters';

/**
 * The pieces of all conditions as columns, one condition after the other: read a million times,
 * without a step from object to object.
 */
export interface EvidenceColumns {
  /** By condition: where its pieces begin, and, one further, where they end. */
  readonly from: Int32Array;
  /** By condition: where its pieces begin to speak against it. */
  readonly opposingFrom: Int32Array;
  /** By piece. */
  readonly rulePlaces: Int32Array;
  readonly groups: Int32Array;
  readonly logRatios: Float64Array;
}

export interface RuleBook {
  readonly base: KnowledgeBase;
  /** The knowledge base's limits on odds, as natural logarithms. */
  readonly logOdds: {
    readonly cap: number;
    readonly plausibleFrom: number;
    /** The highest first. */
    readonly likelihoods: readonly { readonly id: Likelihood; readonly from: number }[];
  };
  /** Those on what is asked, then those of the instruments, then those that decide. */
  readonly rules: readonly Rule[];
  /** The place of the first rule that decides. */
  readonly decisionsFrom: number;
  readonly fields: ReadonlyMap<string, Question | Finding>;
  /** Whether a question or finding is asked; what has no rule always is. */
  readonly asks: ReadonlyMap<string, Rule>;
  /** In the order of the knowledge base. */
  readonly instruments: readonly RuledInstrument[];
  /** The ids of the questions that must be answered before anything may reassure. */
  readonly emergencyQuestions: readonly string[];
  /** The most urgent first. */
  readonly flags: readonly RuledFlag[];
  readonly flagsById: ReadonlyMap<string, RuledFlag>;
  /** The places of their rules. */
  readonly flagRules: Int32Array;
  /** In the order of the knowledge base. */
  readonly conditions: readonly RuledCondition[];
  readonly conditionsById: ReadonlyMap<string, RuledCondition>;
  readonly conditionIds: readonly string[];
  /** By condition: its place in the order of the ids, which settles a tie; and back again. */
  readonly alphabetical: Int32Array;
  readonly byAlphabet: Int32Array;
  readonly evidence: EvidenceColumns;
  /** By the place of a rule: the condition that it is evidence for or against. */
  readonly weighedBy: readonly (number | undefined)[];
  /** The most urgent first. */
  readonly setters: readonly UrgencySetter[];
}

const books = new WeakMap<KnowledgeBase, RuleBook>();

/** The rule book of a knowledge base, made once. */
export function ruleBookOf(base: KnowledgeBase): RuleBook {
  const known = books.get(base);
  if (known) return known;
  const book = makeRuleBook(base);
  books.set(base, book);
  return book;
}

function makeRuleBook(base: KnowledgeBase): RuleBook {
  const rules: Rule[] = [];
  const addRule = (id: string, when: When): Rule => {
    const rule = { id, when, place: rules.length };
    rules.push(rule);
    return rule;
  };

  const fields = [...base.questions, ...base.findings];
  const asks = new Map(
    fields.flatMap(({ id, askWhen }) =>
      askWhen ? [[id, addRule(ruleId.ask(id), askWhen)] as const] : [],
    ),
  );
  const instruments = base.instruments.map((instrument) => ({
    instrument,
    applies: instrument.appliesWhen
      ? addRule(ruleId.applies(instrument.id), instrument.appliesWhen)
      : null,
    items: (instrument.items ?? []).map(({ id, points, when }) => ({
      id,
      points,
      rule: addRule(ruleId.item(instrument.id, id), when),
    })),
  }));
  const decisionsFrom = rules.length;
  const scopes = base.outOfScope.map(({ id, when }) => addRule(ruleId.outOfScope(id), when));
  const places = new Map(base.conditions.map(({ id }, place) => [id, place]));
  const flags = base.redFlags.map((flag) => {
    const read = comparisonsOf(flag.when).map(({ fact }) => fact);
    return {
      flag,
      rule: addRule(ruleId.redFlag(flag.id), flag.when),
      examined: read.filter((fact) => !base.questions.some(({ id }) => id === fact)),
      readsScore: read.some((fact) => base.instruments.some(({ id }) => id === fact)),
      condition: flag.condition === null ? null : (places.get(flag.condition) ?? null),
      milder: flag.milder ? addRule(ruleId.milderFlag(flag.id), flag.milder.when) : null,
    };
  });
  const flagsInOrder = mostUrgentFirst(flags, ({ flag }) => flag.urgency);
  const ruled = base.conditions.map((condition) => ({
    ...weighEvidence(condition, addRule),
    referralRule: ruleId.referral(condition.id),
    modifiers: condition.referral.modifiers.map((modifier) => ({
      modifier,
      rule: addRule(ruleId.modifier(condition.id, modifier.id), modifier.when),
    })),
    milder: condition.referral.milder
      ? addRule(ruleId.milderReferral(condition.id), condition.referral.milder.when)
      : null,
  }));

  const weighedBy: (number | undefined)[] = rules.map(() => undefined);
  for (const [place, { pieces }] of ruled.entries()) {
    for (const { rule } of pieces) weighedBy[rule.place] = place;
  }

  const alphabetical = placesInOrder(base.conditions.map(({ id }) => id));
  const setters = listUrgencySetters(base, scopes, flags, ruled);
  return {
    base,
    logOdds: {
      cap: Math.log(base.reasoning.evidenceCap),
      plausibleFrom: Math.log(base.reasoning.plausibleFromOdds),
      likelihoods: base.reasoning.likelihoods.map(({ id, fromOdds }) => ({
        id,
        from: Math.log(fromOdds),
      })),
    },
    rules,
    decisionsFrom,
    fields: new Map(fields.map((field) => [field.id, field])),
    asks,
    instruments,
    emergencyQuestions: emergencyQuestionIds(base),
    flags: flagsInOrder,
    flagRules: Int32Array.from(flagsInOrder, ({ rule }) => rule.place),
    flagsById: new Map(flags.map((one) => [one.flag.id, one])),
    conditions: ruled,
    conditionIds: base.conditions.map(({ id }) => id),
    alphabetical,
    byAlphabet: invert(alphabetical),
    evidence: toColumns(ruled),
    conditionsById: new Map(ruled.map((one) => [one.condition.id, one])),
    weighedBy,
    setters: mostUrgentFirst(setters, ({ urgency }) => urgency),
  };
}

function weighEvidence(
  condition: Condition,
  addRule: (id: string, when: When) => Rule,
): Omit<RuledCondition, 'referralRule' | 'modifiers' | 'milder'> {
  const groups = new Map<string, number>();
  const groupOf = (name: string): number => {
    const known = groups.get(name) ?? groups.size;
    groups.set(name, known);
    return known;
  };
  const pieces = (['supports', 'opposes'] as const).flatMap((side) =>
    condition[side].map((evidence) => ({
      evidence,
      side,
      rule: addRule(ruleId.evidence(condition.id, side, evidence.id), evidence.when),
      logRatio: Math.log(evidence.weight.likelihoodRatio),
      group: groupOf(evidence.group ?? `alone/${side}/${evidence.id}`),
    })),
  );
  return {
    condition,
    pretestLogOdds: Math.log(condition.pretest.odds),
    pieces,
    groupCount: groups.size,
  };
}

function placesInOrder(ids: readonly string[]): Int32Array {
  const order = new Map([...ids].sort().map((id, place) => [id, place]));
  return Int32Array.from(ids, (id) => order.get(id) ?? 0);
}

function invert(places: Int32Array): Int32Array {
  const inverse = new Int32Array(places.length);
  for (const [from, to] of places.entries()) inverse[to] = from;
  return inverse;
}

function toColumns(conditions: readonly RuledCondition[]): EvidenceColumns {
  const pieces = conditions.flatMap((one) => one.pieces);
  const from = new Int32Array(conditions.length + 1);
  for (const [place, one] of conditions.entries()) {
    from[place + 1] = (from[place] ?? 0) + one.pieces.length;
  }
  return {
    from,
    opposingFrom: Int32Array.from(
      conditions,
      ({ condition }, place) => (from[place] ?? 0) + condition.supports.length,
    ),
    rulePlaces: Int32Array.from(pieces, ({ rule }) => rule.place),
    groups: Int32Array.from(pieces, ({ group }) => group),
    logRatios: Float64Array.from(pieces, ({ logRatio }) => logRatio),
  };
}
