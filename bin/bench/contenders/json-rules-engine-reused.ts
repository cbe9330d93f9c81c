import { Engine } from 'json-rules-engine';
import type { Facts } from '@/lib/triage/engine';
import type { KnowledgeBase } from '@/lib/triage/knowledge-base';
import { operatorsFor, type Reading } from '@/lib/triage/operators';
import type { Rule } from '@/lib/triage/ruled';
import type { Contender } from '../contender';
import { makeAwaitedContender } from '../staged-contender';

/** Engines built once, one for each stage and reading, and run again and again: never two at a time. */
export function jsonRulesEngineReused(base: KnowledgeBase): Contender {
  return makeAwaitedContender('jsonRulesEngineReused', base, (rules) => {
    const certainly = buildEngine(rules, 'certain');
    const possibly = buildEngine(rules, 'possible');
    return async ({ facts, truths }) => {
      const certain = await namesFired(certainly, facts);
      const possible = await namesFired(possibly, facts);
      for (const { id, place } of rules) {
        truths[place] = certain.has(id) || (possible.has(id) && 'open');
      }
    };
  });
}

function buildEngine(rules: readonly Rule[], reading: Reading): Engine {
  const engine = new Engine([], { allowUndefinedFacts: true });
  for (const operator of operatorsFor(reading)) engine.addOperator(operator);
  for (const { id, when } of rules) {
    const conditions = structuredClone('fact' in when ? { all: [when] } : when);
    engine.addRule({ name: id, conditions, event: { type: id } });
  }
  return engine;
}

async function namesFired(engine: Engine, facts: Facts): Promise<ReadonlySet<string>> {
  const { results } = await engine.run({ ...facts });
  return new Set(results.map(({ name }) => name));
}
