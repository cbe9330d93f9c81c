/**
 * Rules that three-valued logic leaves open though every answer agrees. "Under 30, or 30 and over"
 * is open while the age is unknown, and true whatever it is. It takes a rule that reads one fact
 * twice; such a rule is to be rewritten.
 */
import type { Truth } from './engine';
import { comparisonsOf, type Finding, type Question } from './knowledge-base';
import { comparisonsUnder, type FactValue, notApplicable } from './operators';
import type { Comparison, When } from './schema';

/** What the comparisons of one fact say together, in their order, for one value of it. */
type Vector = readonly Truth[];
type Setting = { readonly own: readonly Comparison[]; readonly vectors: readonly Vector[] };

/**
 * The facts of a rule whose values can all come to one truth while the rule is open; where it takes
 * several unknown facts, only those without which it would not be so.
 */
export function findNeedlesslyOpen(
  whole: When,
  facts: ReadonlyMap<string, Question | Finding | 'score'>,
): string[] {
  const when = abridge(whole, repeatedIn(whole));
  const comparisons = comparisonsOf(when);
  const ownOf = (fact: string) => comparisons.filter((one) => one.fact === fact);
  const groups = [...new Set(comparisons.map(({ fact }) => fact))].map(ownOf);
  const repeated = groups.filter((own) => own.length > 1);
  if (repeated.length === 0) return [];
  // A fact that is read once can make its comparison true or false: no need to look for values.
  const once = groups.filter((own) => own.length === 1);
  const others = combine(once.map((own) => ({ own, vectors: [[true], [false]] })));
  const known = repeated.map((own) => ({ own, vectors: vectorsOf(own, facts) }));
  const partial = combine(
    known.map(({ own, vectors }) => ({
      own,
      vectors: [own.map(() => 'open' as const), ...vectors],
    })),
  );
  const found = new Map<string, string[]>();
  for (const truths of others.flatMap((one) => partial.map((two) => new Map([...one, ...two])))) {
    if (judge(when, truths) !== 'open') continue;
    const open = known.filter(({ own }) => own.some((one) => truths.get(one) === 'open'));
    const outcomes = combine(open).map((one) => judge(when, new Map([...truths, ...one])));
    if (new Set(outcomes).size > 1) continue;
    const unknown = open.map(({ own }) => own[0]?.fact ?? '');
    found.set(unknown.join(), unknown);
  }
  const fewest = Math.min(...[...found.values()].map(({ length }) => length));
  return [...new Set([...found.values()].filter(({ length }) => length === fewest).flat())];
}

/** The facts that a rule reads more than once. */
function repeatedIn(when: When): ReadonlySet<string> {
  const facts = comparisonsOf(when).map(({ fact }) => fact);
  return new Set(facts.filter((fact, place) => facts.indexOf(fact) !== place));
}

/**
 * The same rule with one comparison in place of all parts of a list that read nothing repeated:
 * together they can be true or false, as the one can.
 */
function abridge(when: When, repeated: ReadonlySet<string>): When {
  if ('fact' in when) return when;
  const parts = 'all' in when ? when.all : when.any;
  const isTelling = (part: When) => comparisonsOf(part).some(({ fact }) => repeated.has(fact));
  const [other] = parts.filter((part) => !isTelling(part)).flatMap(comparisonsOf);
  const telling = parts.filter(isTelling).map((part) => abridge(part, repeated));
  const kept = other ? [other, ...telling] : telling;
  return 'all' in when ? { all: kept } : { any: kept };
}

/** Every way to give each group of comparisons one of its vectors. */
function combine(settings: readonly Setting[]): [Comparison, Truth][][] {
  let ways: [Comparison, Truth][][] = [[]];
  for (const { own, vectors } of settings) {
    ways = ways.flatMap((way) =>
      vectors.map((vector) => [
        ...way,
        ...own.map((one, place): [Comparison, Truth] => [one, vector[place] ?? 'open']),
      ]),
    );
  }
  return ways;
}

const operators = comparisonsUnder('certain');

/** The different vectors that the values of one fact bring about. */
function vectorsOf(
  own: readonly Comparison[],
  facts: ReadonlyMap<string, Question | Finding | 'score'>,
): Vector[] {
  const vectors = valuesFor(own, facts.get(own[0]?.fact ?? '') ?? 'score').map((fact) =>
    own.map(({ operator, value }) => operators.get(operator)?.(fact, value) === true),
  );
  return [...new Map(vectors.map((vector) => [vector.join(), vector])).values()];
}

/** Less than any step between two answers. */
const margin = 0.001;

/** Values that the comparisons can tell apart. */
function valuesFor(own: readonly Comparison[], read: Question | Finding | 'score'): FactValue[] {
  const named = own.flatMap<string | number>(({ value }) => value);
  if (read === 'score' || read.type === 'number') {
    const { minimum = -Infinity, maximum = Infinity } = read === 'score' ? {} : read;
    return named
      .flatMap((bound) => [Number(bound) - margin, Number(bound), Number(bound) + margin])
      .filter((number) => number >= minimum && number <= maximum)
      .map((number) => ({ min: number, max: number }));
  }
  const options = (read.options ?? []).filter(({ unknown }) => !unknown);
  const values = options.map(({ value }) => value);
  const unasked = read.askWhen ? [notApplicable] : [];
  if (read.type === 'single') return [...values, ...unasked];
  const joined = options.filter(({ value, exclusive }) => !exclusive && named.includes(value));
  return [
    ...values.map((value) => [value]),
    ...subsetsOf(joined.map(({ value }) => value)),
    ...unasked,
  ];
}

function subsetsOf(values: readonly string[]): string[][] {
  const [first, ...rest] = values;
  if (first === undefined) return [];
  const others = subsetsOf(rest);
  return [[first], ...others, ...others.map((one) => [first, ...one])];
}

function judge(when: When, truths: ReadonlyMap<Comparison, Truth>): Truth {
  if ('fact' in when) return truths.get(when) ?? 'open';
  const isAll = 'all' in when;
  const parts = (isAll ? when.all : when.any).map((one) => judge(one, truths));
  if (parts.includes(!isAll)) return !isAll;
  return parts.includes('open') ? 'open' : isAll;
}
