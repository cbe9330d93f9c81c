/**
 * facts -> rules that fire.
 *
 * json-rules-engine decides. It knows two truth values, we need three, so each
 * rule is run under two readings of the unknown (see `operators`): fired for
 * certain is true, not even possible is false, the rest is open.
 */
import {
  type ConditionProperties,
  Engine,
  type NestedCondition,
  type RuleResult,
  type TopLevelCondition,
} from 'json-rules-engine';
import { type FactValue, operatorsFor, type Reading } from './operators';
import type { When } from './schema';

export type Facts = Readonly<Record<string, FactValue>>;

/** true, false, or open: it depends on something unknown. */
export type Truth = true | false | 'open';

type Rule = { readonly id: string; readonly when: When };

export interface Verdict {
  readonly truth: Truth;
  /** The facts that made the rule true, or, where it is open, the unknown ones that could. */
  readonly facts: readonly string[];
}

export type Verdicts = ReadonlyMap<string, Verdict>;

/** The verdict on every rule, by the rule's id. Throws when the engine lost a rule. */
export async function evaluateRules(rules: readonly Rule[], facts: Facts): Promise<Verdicts> {
  const certain = await runEngine(rules, facts, 'certain');
  const possible = await runEngine(rules, facts, 'possible');
  return new Map(rules.map(({ id }) => [id, judge(certain.get(id), possible.get(id), facts)]));
}

function judge(
  fired: RuleResult | undefined,
  couldFire: RuleResult | undefined,
  facts: Facts,
): Verdict {
  if (fired) return { truth: true, facts: factsThatHold(fired) };
  if (!couldFire) return { truth: false, facts: [] };
  const unknown = factsThatHold(couldFire).filter((fact) => isUnsettled(facts[fact]));
  return { truth: 'open', facts: unknown };
}

/** The verdict on one rule of those that were evaluated. */
export function verdictOn(verdicts: Verdicts, ruleId: string): Verdict {
  const verdict = verdicts.get(ruleId);
  if (!verdict) throw new Error(`rule-not-evaluated: ${ruleId}`);
  return verdict;
}

/**
 * What fired under one reading, by rule. A new Engine for each run:
 * overlapping runs of one Engine silently drop rules.
 */
async function runEngine(
  rules: readonly Rule[],
  facts: Facts,
  reading: Reading,
): Promise<ReadonlyMap<string, RuleResult>> {
  const engine = new Engine([], { allowUndefinedFacts: true });
  for (const operator of operatorsFor(reading)) engine.addOperator(operator);
  for (const { id, when } of rules) {
    engine.addRule({ name: id, conditions: asTopLevel(when), event: { type: id } });
  }
  const { results, failureResults } = await engine.run({ ...facts });
  const evaluated = new Set([...results, ...failureResults].map((result) => result.name));
  if (evaluated.size !== rules.length) {
    throw new Error(`rules-lost: json-rules-engine saw ${evaluated.size} of ${rules.length} rules`);
  }
  return new Map(results.map((result) => [result.name, result]));
}

/** json-rules-engine wants a list at the top, and writes into what it is given. */
function asTopLevel(when: When): TopLevelCondition {
  return structuredClone('fact' in when ? { all: [when] } : when);
}

/** The facts of the comparisons that carry a fired rule, each once. */
function factsThatHold(fired: RuleResult): string[] {
  const facts = new Set<string>();
  const walk = (node: NestedCondition) => {
    if ('all' in node) node.all.filter(holds).forEach(walk);
    else if ('any' in node) node.any.filter(holds).forEach(walk);
    else if ('fact' in node) facts.add(node.fact);
  };
  walk(fired.conditions);
  return [...facts];
}

/** json-rules-engine writes the result of each condition into its copy of the rule. */
function holds(node: NestedCondition): boolean {
  return (node as ConditionProperties & { result?: boolean }).result === true;
}

function isUnsettled(fact: FactValue): boolean {
  return (
    fact === undefined ||
    (typeof fact === 'object' && fact !== null && 'min' in fact && fact.min !== fact.max)
  );
}
