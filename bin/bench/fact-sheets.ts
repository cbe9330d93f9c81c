/**
 * Facts for the contenders that know two truth values: one sheet for each reading of the unknown, so
 * that one translation of a rule serves both. What is certain on the one is true, what is not even
 * possible on the other is false. A choice holds a word of its own where it is unknown, and the rule
 * names the words that satisfy it; a number stands twice, as a rule that wants more reads it and as
 * one that wants less does.
 */
import { type FactValue, isRange, notApplicable } from '@/lib/triage/operators';
import type { RuleBook } from '@/lib/triage/rule-book';
import type { Comparison } from '@/lib/triage/schema';

export type SheetValue = string | number | readonly string[];
export type Sheet = Record<string, SheetValue>;

export interface Sheets {
  readonly certain: Sheet;
  readonly possible: Sheet;
}

/** Unknown, under each reading; a rule that asks for an option is content with the second. */
const unknownFor = { certain: '!', possible: '?' };
const elsewhere = '-';
/** Beyond every number of the questionnaire; plain JSON has no infinity. */
const far = 1e15;

/** A comparison as a two-valued engine is asked it. */
export interface SheetTest {
  readonly name: string;
  /** Of a choice: whether it is, or has, one of the words; of a number: what it must be to the value. */
  readonly kind: 'is' | 'isNot' | 'has' | 'hasNot' | '<' | '<=' | '>' | '>=';
  readonly words: readonly string[];
  readonly number: number;
}

export interface FactSheets {
  readonly make: (facts: Readonly<Record<string, FactValue>>) => Sheets;
  readonly update: (
    sheets: Sheets,
    facts: Readonly<Record<string, FactValue>>,
    changed: readonly string[],
  ) => void;
  readonly testOf: (comparison: Comparison) => SheetTest;
}

export function makeFactSheets(book: RuleBook): FactSheets {
  const types = new Map<string, { name: string; type: 'single' | 'multiple' | 'number' }>();
  for (const { id, type } of book.fields.values()) types.set(id, { name: `f${types.size}`, type });
  for (const { instrument } of book.instruments) {
    types.set(instrument.id, { name: `f${types.size}`, type: 'number' });
  }
  const columns = [...types].map(([fact, column]) => ({
    fact,
    ...column,
    above: `${column.name}_above`,
    below: `${column.name}_below`,
  }));
  const columnOf = new Map(columns.map((column) => [column.fact, column]));

  function write(sheets: Sheets, column: (typeof columns)[number], fact: FactValue): void {
    const { certain, possible } = sheets;
    const { name, above, below, type } = column;
    if (type === 'number') {
      const [min, max] = boundsOf(fact);
      const isLeftOut = fact === notApplicable;
      certain[above] = min;
      certain[below] = max;
      possible[above] = isLeftOut ? -far : max;
      possible[below] = isLeftOut ? far : min;
    } else {
      certain[name] = wordOf(fact, unknownFor.certain, type);
      possible[name] = wordOf(fact, unknownFor.possible, type);
    }
  }

  const filled: Sheets = { certain: {}, possible: {} };
  for (const column of columns) write(filled, column, undefined);
  // An object that is parsed is faster to read, for V8, than one that was filled key by key.
  const blank: Sheets = JSON.parse(JSON.stringify(filled));

  function update(
    sheets: Sheets,
    facts: Readonly<Record<string, FactValue>>,
    changed: readonly string[],
  ) {
    for (const fact of changed) {
      const column = columnOf.get(fact);
      if (column) write(sheets, column, facts[fact]);
    }
  }

  return {
    make: (facts) => {
      const sheets = { certain: { ...blank.certain }, possible: { ...blank.possible } };
      for (const column of columns) {
        const fact = facts[column.fact];
        if (fact !== undefined) write(sheets, column, fact);
      }
      return sheets;
    },
    update,
    testOf: (comparison) => {
      const column = columnOf.get(comparison.fact);
      if (!column) throw new Error(`bench: nothing answers ${comparison.fact}`);
      return translate(comparison, column);
    },
  };
}

function boundsOf(fact: FactValue): [number, number] {
  return isRange(fact) ? [fact.min, fact.max] : [-far, far];
}

function wordOf(fact: FactValue, unknown: string, type: 'single' | 'multiple'): SheetValue {
  const word = fact === undefined ? unknown : elsewhere;
  if (type === 'single') return typeof fact === 'string' ? fact : word;
  return Array.isArray(fact) ? fact : [word];
}

function translate(
  { operator, value }: Comparison,
  { name, above, below }: { name: string; above: string; below: string },
): SheetTest {
  const number = typeof value === 'number' ? value : 0;
  const words = typeof value === 'number' ? [] : value;
  switch (operator) {
    case 'in':
      return { name, kind: 'is', words: [...words, unknownFor.possible], number };
    case 'isNoneOf':
      return { name, kind: 'isNot', words: [...words, unknownFor.certain], number };
    case 'includesAny':
      return { name, kind: 'has', words: [...words, unknownFor.possible], number };
    case 'includesNone':
      return { name, kind: 'hasNot', words: [...words, unknownFor.certain], number };
    case 'lessThan':
      return { name: below, kind: '<', words, number };
    case 'lessThanInclusive':
      return { name: below, kind: '<=', words, number };
    case 'greaterThan':
      return { name: above, kind: '>', words, number };
    case 'greaterThanInclusive':
      return { name: above, kind: '>=', words, number };
  }
}
