import { LogicEngine } from 'json-logic-engine';
import type { KnowledgeBase } from '@/lib/triage/knowledge-base';
import type { When } from '@/lib/triage/schema';
import type { Contender } from '../contender';
import type { FactSheets, Sheet, SheetTest } from '../fact-sheets';
import { makeStagedContender } from '../staged-contender';

type Holds = (sheet: Sheet) => boolean;

/**
 * Every rule compiled once. Of the shapes that were tried a function for each rule is the fastest,
 * with an operator of our own for the multiple choices: JSON Logic's `some` takes ten times as long.
 */
export function jsonLogicEngine(base: KnowledgeBase): Contender {
  const engine = new LogicEngine();
  engine.addMethod('overlaps', ([chosen, words]) => overlap(chosen, words), {
    deterministic: true,
  });
  return makeStagedContender('jsonLogicEngine', base, (rules, sheetsOf) => {
    const compiled = rules.map(({ when, place }) => {
      // Its type says no more than `Function`; a function around it would be on its clock.
      return { place, holds: engine.build(translate(when, sheetsOf)) as Holds };
    });
    return ({ truths }, { certain, possible }) => {
      for (const { place, holds } of compiled) {
        truths[place] = holds(certain) || (holds(possible) && 'open');
      }
    };
  });
}

function overlap(chosen: readonly string[], words: readonly string[]): boolean {
  for (const one of chosen) if (words.includes(one)) return true;
  return false;
}

function translate(when: When, sheets: FactSheets): object {
  if ('fact' in when) return translateTest(sheets.testOf(when));
  const inside = (parts: readonly When[]) => parts.map((part) => translate(part, sheets));
  return 'all' in when ? { and: inside(when.all) } : { or: inside(when.any) };
}

function translateTest({ name, kind, words, number }: SheetTest): object {
  const fact = { var: name };
  switch (kind) {
    case 'is':
      return { in: [fact, words] };
    case 'isNot':
      return { '!': [{ in: [fact, words] }] };
    case 'has':
      return { overlaps: [fact, words] };
    case 'hasNot':
      return { '!': [{ overlaps: [fact, words] }] };
    default:
      return { [kind]: [fact, number] };
  }
}
