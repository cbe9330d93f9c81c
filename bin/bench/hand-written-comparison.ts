/** A comparison as a person would write it by hand, three-valued, over plain facts. */
import { operatorReads } from '@/lib/triage/operators';
import type { Comparison } from '@/lib/triage/schema';

/** How a fact is written: a property of the facts object. */
export function propertyOf(fact: string): string {
  return fact.replace(/[-.]([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/**
 * An expression in brackets that is true, false or 'open'.
 * @param isScore whether the fact is an instrument's score, which is a range
 */
export function writeComparison(comparison: Comparison, isScore: boolean): string {
  const fact = `f.${propertyOf(comparison.fact)}`;
  return `(${fact} === undefined ? 'open' : ${writeKnown(comparison, fact, isScore)})`;
}

/** Of a known fact, or of `null`, which is the not applicable. */
function writeKnown(comparison: Comparison, fact: string, isScore: boolean): string {
  const { operator, value } = comparison;
  if (typeof value === 'number') {
    if (isScore) return `${operator}(${fact}, ${value})`;
    return `${fact} !== null && ${fact} ${signOf(operator)} ${value}`;
  }
  const words = value.map((word) => `'${word}'`);
  const has = words.map((word) => `${fact}.includes(${word})`);
  switch (operator) {
    case 'in':
      return words.map((word) => `${fact} === ${word}`).join(' || ');
    case 'isNoneOf':
      return words.map((word) => `${fact} !== ${word}`).join(' && ');
    case 'includesAny':
      return `${fact} !== null && (${has.join(' || ')})`;
    default:
      return `${fact} === null || !(${has.join(' || ')})`;
  }
}

function signOf(operator: Comparison['operator']): string {
  const sign = signs.get(operator);
  if (sign) return sign;
  throw new Error(`bench: ${operator} reads a ${operatorReads[operator]}, not a number`);
}

const signs = new Map<Comparison['operator'], string>([
  ['lessThan', '<'],
  ['lessThanInclusive', '<='],
  ['greaterThan', '>'],
  ['greaterThanInclusive', '>='],
]);

/** The same of a range, which a person would write once. */
export const rangeComparisons = [...signs]
  .map(([name, sign]) => {
    const [sure, maybe] = sign.startsWith('<') ? ['max', 'min'] : ['min', 'max'];
    return `function ${name}(range, value) {
  if (range === null) return false;
  return range.${sure} ${sign} value || (range.${maybe} ${sign} value && 'open');
}`;
  })
  .join('\n');
