/** Every small slip that a rule could contain: a threshold moved, an option more or less, and so on. */
import type { RuleBook } from '@/lib/triage/rule-book';
import type { Comparison, When } from '@/lib/triage/schema';

export interface Mutant {
  /** In words. */
  readonly slip: string;
  readonly when: When;
}

/** The mutants of a rule, each with one slip. */
export function mutantsOf(book: RuleBook, when: When): Mutant[] {
  if ('fact' in when) return mutateComparison(book, when);
  const parts = 'all' in when ? when.all : when.any;
  const rebuild = (changed: When[]): When => ('all' in when ? { all: changed } : { any: changed });
  const name = 'all' in when ? 'all' : 'any';
  const swapped: Mutant = {
    slip: `${name} of ${parts.length} became ${name === 'all' ? 'any' : 'all'}`,
    when: 'all' in when ? { any: when.all } : { all: when.any },
  };
  const shorter = parts.map((part, place) => ({
    slip: `${name} lost ${describe(part)}`,
    when: rebuild(parts.filter((_, other) => other !== place)),
  }));
  const inside = parts.flatMap((part, place) =>
    mutantsOf(book, part).map((mutant) => ({
      slip: mutant.slip,
      when: rebuild(parts.map((one, other) => (other === place ? mutant.when : one))),
    })),
  );
  return parts.length > 1 ? [swapped, ...shorter, ...inside] : inside;
}

const neighbours: Readonly<Record<Comparison['operator'], readonly Comparison['operator'][]>> = {
  in: ['isNoneOf'],
  isNoneOf: ['in'],
  includesAny: ['includesNone'],
  includesNone: ['includesAny'],
  lessThan: ['lessThanInclusive', 'greaterThanInclusive'],
  lessThanInclusive: ['lessThan', 'greaterThan'],
  greaterThan: ['greaterThanInclusive', 'lessThanInclusive'],
  greaterThanInclusive: ['greaterThan', 'lessThan'],
};

function mutateComparison(book: RuleBook, comparison: Comparison): Mutant[] {
  const { fact, operator } = comparison;
  const operators = neighbours[operator].map((other) => ({
    slip: `${fact}: ${operator} became ${other}`,
    when: { ...comparison, operator: other } as Comparison,
  }));
  return [...operators, ...mutateValue(book, comparison)];
}

function mutateValue(book: RuleBook, comparison: Comparison): Mutant[] {
  const { fact, value } = comparison;
  const field = book.fields.get(fact);
  const to = (changed: number | string[], slip: string): Mutant => ({
    slip: `${fact}: ${slip}`,
    when: { ...comparison, value: changed } as Comparison,
  });
  if (typeof value === 'number') {
    const step = field?.step ?? 1;
    return [-step, step].map((by) => {
      const moved = Number((value + by).toFixed(6));
      return to(moved, `${value} became ${moved}`);
    });
  }
  const known = (field?.options ?? []).filter(({ unknown }) => !unknown).map((one) => one.value);
  const more = known.filter((one) => !value.includes(one));
  const fewer = value.length > 1 ? value : [];
  return [
    ...fewer.map((one) =>
      to(
        value.filter((other) => other !== one),
        `${one} was left out`,
      ),
    ),
    ...more.map((one) => to([...value, one], `${one} was added`)),
  ];
}

function describe(when: When): string {
  if ('fact' in when) return when.fact;
  return 'all' in when ? `an all of ${when.all.length}` : `an any of ${when.any.length}`;
}
