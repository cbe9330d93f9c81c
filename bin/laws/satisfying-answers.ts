/** Answers that make a rule true, found by taking its logic apart. */
import type { Answer, Answers } from '@/lib/triage/answers';
import type { KnowledgeBase } from '@/lib/triage/knowledge-base';
import type { Comparison, When } from '@/lib/triage/schema';
import { meets } from './meets';

type Wish = Comparison[];

/** The ways to satisfy a rule: each a set of answers. Contradictory ways are left out. */
export function satisfyingAnswers(base: KnowledgeBase, when: When): Answers[] {
  return wishes(base, when)
    .map((wish) => fulfil(base, wish))
    .filter((answers) => answers !== null);
}

/** The rule as alternatives, each a list of comparisons that must hold together. */
function wishes(base: KnowledgeBase, when: When): Wish[] {
  if ('any' in when) return when.any.flatMap((one) => wishes(base, one));
  if ('all' in when) {
    return when.all.reduce<Wish[]>(
      (ways, one) => ways.flatMap((way) => wishes(base, one).map((more) => [...way, ...more])),
      [[]],
    );
  }
  const instrument = base.instruments.find(({ id }) => id === when.fact);
  if (!instrument) return [[when]];
  const applies = instrument.appliesWhen ? wishes(base, instrument.appliesWhen) : [[]];
  return applies.flatMap((wish) =>
    scoring(base, instrument.items ?? [], when).map((way) => [...wish, ...way]),
  );
}

/** Ways to bring a score to where a comparison wants it: by meeting items, one after another. */
function scoring(
  base: KnowledgeBase,
  items: NonNullable<KnowledgeBase['instruments'][number]['items']>,
  { operator, value }: Comparison,
): Wish[] {
  const wantsMore = operator.startsWith('greaterThan');
  const useful = items.filter(({ points }) => (wantsMore ? points > 0 : points < 0));
  const ways: Wish[] = wantsMore ? [] : [[...missing(base, items)]];
  let met: Wish = [];
  let score = 0;
  for (const item of useful) {
    met = [...met, ...(wishes(base, item.when)[0] ?? [])];
    score += item.points;
    if (wantsMore && score >= Number(value)) ways.push(met);
  }
  return ways;
}

/** Every item known not to be met. */
function missing(
  base: KnowledgeBase,
  items: NonNullable<KnowledgeBase['instruments'][number]['items']>,
): Wish {
  const comparisons = items.flatMap(({ when }) => wishes(base, when).flat());
  return comparisons.map(opposite);
}

/** The rule that is true where another is false. */
export function negate(when: When): When {
  if ('fact' in when) return opposite(when);
  return 'all' in when ? { any: when.all.map(negate) } : { all: when.any.map(negate) };
}

function opposite(comparison: Comparison): Comparison {
  const opposites = {
    in: 'isNoneOf',
    isNoneOf: 'in',
    includesAny: 'includesNone',
    includesNone: 'includesAny',
    lessThan: 'greaterThanInclusive',
    lessThanInclusive: 'greaterThan',
    greaterThan: 'lessThanInclusive',
    greaterThanInclusive: 'lessThan',
  } as const;
  return { ...comparison, operator: opposites[comparison.operator] } as Comparison;
}

function fulfil(base: KnowledgeBase, wish: Wish): Answers | null {
  const answers: Record<string, Answer> = {};
  for (const fact of new Set(wish.map((one) => one.fact))) {
    const answer = candidates(base, fact, wish).find((one) =>
      wish.filter((comparison) => comparison.fact === fact).every((c) => meets(one, c)),
    );
    if (answer === undefined) return null;
    answers[fact] = answer;
  }
  return answers;
}

function candidates(base: KnowledgeBase, fact: string, wish: Wish): Answer[] {
  const field = [...base.questions, ...base.findings].find(({ id }) => id === fact);
  const about = wish.filter((one) => one.fact === fact);
  if (!field) return [];
  if (field.type === 'number') {
    const bounds = about.map(({ value }) => Number(value));
    const near = bounds.flatMap((bound) => [bound, bound - 1, bound + 1, bound - 0.1, bound + 0.1]);
    const { minimum = 0, maximum = 0 } = field;
    return near.filter((value) => value >= minimum && value <= maximum);
  }
  const values = (field.options ?? []).filter(({ unknown }) => !unknown).map(({ value }) => value);
  if (field.type === 'single') return values;
  const wanted = about
    .filter(({ operator }) => operator === 'includesAny')
    .map(({ value }) => (Array.isArray(value) ? value : []));
  const picks = wanted.reduce<string[][]>(
    (ways, list) => ways.flatMap((way) => list.map((one) => [...new Set([...way, one])])),
    [[]],
  );
  return [...picks.filter((pick) => pick.length > 0), ...values.map((value) => [value])];
}
