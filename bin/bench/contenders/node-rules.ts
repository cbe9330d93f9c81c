import { RuleEngine } from 'node-rules';
import type { KnowledgeBase } from '@/lib/triage/knowledge-base';
import type { Rule } from '@/lib/triage/ruled';
import type { When } from '@/lib/triage/schema';
import type { Contender } from '../contender';
import type { FactSheets, Sheet, SheetTest } from '../fact-sheets';
import { makeAwaitedContender } from '../staged-contender';

type Holds = (sheet: Sheet) => boolean;

/**
 * Its rules are functions, here closures over a sheet; it is run once for each reading, and told
 * not to look for changed facts, which no rule makes.
 */
export function nodeRules(base: KnowledgeBase): Contender {
  return makeAwaitedContender('nodeRules', base, (rules, sheetsOf) => {
    const fire = buildEngine(rules, sheetsOf);
    return async ({ truths }, sheets) => {
      const certain = await fire(sheets.certain);
      const possible = await fire(sheets.possible);
      for (const { place } of rules) {
        truths[place] = certain.has(place) || (possible.has(place) && 'open');
      }
    };
  });
}

/** Runs the engine over a sheet, and gives the places of the rules that fired. */
function buildEngine(rules: readonly Rule[], sheetsOf: FactSheets) {
  let fired = new Set<number>();
  const engine = new RuleEngine(
    rules.map(({ id, when, place }) => {
      const holds = close(when, sheetsOf);
      return {
        id,
        condition: (flow, sheet) => flow.when(holds(sheet)),
        consequence: (flow) => {
          fired.add(place);
          flow.next();
        },
      };
    }),
    { ignoreFactChanges: true },
  );
  return (sheet: Sheet): Promise<ReadonlySet<number>> =>
    new Promise((resolve) => {
      fired = new Set();
      engine.execute(sheet, () => resolve(fired));
    });
}

function close(when: When, sheetsOf: FactSheets): Holds {
  if ('fact' in when) return closeTest(sheetsOf.testOf(when));
  const parts = ('all' in when ? when.all : when.any).map((part) => close(part, sheetsOf));
  return 'all' in when
    ? (sheet) => parts.every((holds) => holds(sheet))
    : (sheet) => parts.some((holds) => holds(sheet));
}

function closeTest({ name, kind, words, number }: SheetTest): Holds {
  const has = (sheet: Sheet) => {
    const chosen = sheet[name];
    return Array.isArray(chosen) && chosen.some((one) => words.includes(one));
  };
  const is = (sheet: Sheet) => words.includes(String(sheet[name]));
  const numberOf = (sheet: Sheet) => Number(sheet[name]);
  switch (kind) {
    case 'is':
      return is;
    case 'isNot':
      return (sheet) => !is(sheet);
    case 'has':
      return has;
    case 'hasNot':
      return (sheet) => !has(sheet);
    case '<':
      return (sheet) => numberOf(sheet) < number;
    case '<=':
      return (sheet) => numberOf(sheet) <= number;
    case '>':
      return (sheet) => numberOf(sheet) > number;
    case '>=':
      return (sheet) => numberOf(sheet) >= number;
  }
}
