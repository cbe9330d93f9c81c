/**
 * Answers that two rules judge differently, or the proof that there are none: one fact after the
 * other is given every value that the rules can tell apart, and a branch ends where both say the
 * same whatever else comes.
 */
import type { Answer } from '@/lib/triage/answers';
import { compileRules } from '@/lib/triage/compiled-rules';
import { comparisonsOf } from '@/lib/triage/knowledge-base';
import type { Comparison, When } from '@/lib/triage/schema';
import type { Twin } from '@/lib/triage/twin';
import { makeTypedFacts, setFact } from '@/lib/triage/typed-facts';

/** What makes them differ, by question, finding or score; null where nothing does. */
export type Difference = Readonly<Record<string, Answer>> | null;

export function findDifference(twin: Twin, first: When, second: When): Difference {
  const { book, packingFor } = twin;
  const { judge } = compileRules(
    [first, second].map((when, place) => ({ id: 'either', when, place })),
    packingFor,
  );
  const comparisons = [first, second].flatMap(comparisonsOf);
  const names = [...new Set(comparisons.map(({ fact }) => fact))];
  const read = names.map((fact) => ({
    fact,
    values: valuesOf(
      twin,
      fact,
      comparisons.filter((one) => one.fact === fact),
    ),
  }));
  // What the two say differently first: a branch that cannot show it ends at once.
  const own = new Set(comparisonsOf(first).map(spell));
  const changed = comparisonsOf(second).find((one) => !own.has(spell(one)))?.fact;
  read.sort((a, b) => Number(b.fact === changed) - Number(a.fact === changed));

  const facts = makeTypedFacts(book.fields.size + book.instruments.length);
  const search = (depth: number): Record<string, Answer> | null => {
    const [a, b] = [judge(0, facts), judge(1, facts)];
    if (a !== 'open' && b !== 'open') return a === b ? null : {};
    const next = read[depth];
    if (!next) return null;
    for (const value of next.values) {
      setFact(facts, packingFor(next.fact), value);
      const found = search(depth + 1);
      setFact(facts, packingFor(next.fact), undefined);
      if (found) return { [next.fact]: value, ...found };
    }
    return null;
  };
  return search(0);
}

const spell = (one: Comparison) => JSON.stringify(one);

/** One value for each thing that the comparisons can say of a fact. */
function valuesOf({ book }: Twin, fact: string, comparisons: readonly Comparison[]): Answer[] {
  const field = book.fields.get(fact);
  if (!field || field.type === 'number') {
    const { minimum, maximum, step = 1 } = field ?? { ...boundsOfScore(book, fact) };
    const near = comparisons.flatMap(({ value }) =>
      typeof value === 'number' ? [value - step, value, value + step] : [],
    );
    const rounded = near.map((value) => Number(value.toFixed(6)));
    return [...new Set(rounded)].filter(
      (value) => value >= (minimum ?? -Infinity) && value <= (maximum ?? Infinity),
    );
  }
  const options = (field.options ?? []).filter(({ unknown }) => !unknown);
  const naming = (value: string) =>
    comparisons.map((one) => Array.isArray(one.value) && one.value.includes(value)).join();
  // Of options that every comparison treats alike one is enough; one that stands alone stays alone.
  const distinct = options.filter(
    (one, place) =>
      options.findIndex(
        (other) => naming(other.value) === naming(one.value) && other.exclusive === one.exclusive,
      ) === place,
  );
  if (field.type === 'single') return distinct.map(({ value }) => value);
  const alone = distinct.filter(({ exclusive }) => exclusive).map(({ value }) => [value]);
  const together = distinct.filter(({ exclusive }) => !exclusive).map(({ value }) => value);
  return [...alone, ...subsetsOf(together).filter((subset) => subset.length > 0)];
}

function boundsOfScore({ instruments }: Twin['book'], id: string) {
  const items = instruments.find(({ instrument }) => instrument.id === id)?.items ?? [];
  const sum = (sign: number) =>
    items.reduce((total, { points }) => total + (points * sign > 0 ? points : 0), 0);
  return { minimum: sum(-1), maximum: sum(1), step: 1 };
}

function subsetsOf([first, ...others]: readonly string[]): string[][] {
  if (first === undefined) return [[]];
  return subsetsOf(others).flatMap((subset) => [subset, [first, ...subset]]);
}
