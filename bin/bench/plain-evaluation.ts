/** What a whole Assessment needs beside the truths, by a plain walk over each rule's logic. */
import type { Facts, Truth } from '@/lib/triage/engine';
import type { Evaluation, Score } from '@/lib/triage/evaluation';
import { type FactValue, isRange, notApplicable } from '@/lib/triage/operators';
import type { Comparison, When } from '@/lib/triage/schema';

/** The evaluation of a contender that knows truths, and no more. */
export function plainEvaluation(
  truths: readonly Truth[],
  scores: readonly Score[],
  facts: Facts,
): Evaluation {
  return {
    truths,
    scores,
    isUnknown: (fact) => facts[fact] === undefined,
    factsBehind: ({ when, place }) => {
      const truth = truths[place];
      const found: string[] = [];
      if (truth === true || truth === 'open') collectFacts(when, facts, truth, found);
      return found;
    },
  };
}

/** The facts of the comparisons that carry a verdict: all that hold, or the open ones that could. */
function collectFacts(when: When, facts: Facts, truth: true | 'open', found: string[]): void {
  const own = judgeWhen(when, facts);
  if (own === false || (truth === true && own === 'open')) return;
  if (!('fact' in when)) {
    for (const part of 'all' in when ? when.all : when.any) {
      collectFacts(part, facts, truth, found);
    }
  } else if (!found.includes(when.fact)) {
    if (truth === true || isUnsettled(facts[when.fact])) found.push(when.fact);
  }
}

/** A rule's logic, three-valued, as it stands. */
function judgeWhen(when: When, facts: Facts): Truth {
  if ('fact' in when) return compare(when, facts[when.fact]);
  const settling = 'any' in when;
  let truth: Truth = !settling;
  for (const part of 'all' in when ? when.all : when.any) {
    const one = judgeWhen(part, facts);
    if (one === settling) return settling;
    if (one === 'open') truth = 'open';
  }
  return truth;
}

function compare({ operator, value }: Comparison, fact: FactValue): Truth {
  if (fact === undefined) return 'open';
  const isNegation = operator === 'isNoneOf' || operator === 'includesNone';
  if (fact === notApplicable) return isNegation;
  if (typeof value !== 'number') {
    const chosen =
      typeof fact === 'string'
        ? value.includes(fact)
        : Array.isArray(fact) && fact.some((one) => value.includes(one));
    return chosen !== isNegation;
  }
  if (!isRange(fact)) return false;
  const { min, max } = fact;
  switch (operator) {
    case 'lessThan':
      return judge(max < value, min < value);
    case 'lessThanInclusive':
      return judge(max <= value, min <= value);
    case 'greaterThan':
      return judge(min > value, max > value);
    default:
      return judge(min >= value, max >= value);
  }
}

function judge(certain: boolean, possible: boolean): Truth {
  return certain || (possible && 'open');
}

function isUnsettled(fact: FactValue): boolean {
  return fact === undefined || (isRange(fact) && fact.min !== fact.max);
}
