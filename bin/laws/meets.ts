/** What a comparison says of a known answer: the operators once more, for tests and laws to check against. */
import type { Answer } from '@/lib/triage/answers';
import type { Comparison } from '@/lib/triage/schema';

export function meets(answer: Answer, { operator, value }: Comparison): boolean {
  const chosen = Array.isArray(answer) ? answer : [answer];
  switch (operator) {
    case 'in':
    case 'includesAny':
      return chosen.some((one) => value.includes(one));
    case 'isNoneOf':
    case 'includesNone':
      return !chosen.some((one) => value.includes(one));
    case 'lessThan':
      return Number(answer) < value;
    case 'lessThanInclusive':
      return Number(answer) <= value;
    case 'greaterThan':
      return Number(answer) > value;
    case 'greaterThanInclusive':
      return Number(answer) >= value;
  }
}
