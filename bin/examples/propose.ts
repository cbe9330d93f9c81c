/**
 * Examples for a rule, at its edges: from each way to satisfy it, one fact after the other is given
 * every value, or taken back. Of these only as many stay as it takes to tell the rule from every
 * mutant, and one each that is true, false and open.
 */
import type { Answer, Answers } from '@/lib/triage/answers';
import type { Truth } from '@/lib/triage/engine';
import { comparisonsOf } from '@/lib/triage/knowledge-base';
import type { RuleBook } from '@/lib/triage/rule-book';
import type { Twin } from '@/lib/triage/twin';
import { negate, satisfyingAnswers } from '../laws/satisfying-answers';
import { answersOf, type Example } from './example-files';
import { findDifference } from './find-difference';
import type { TriedRule } from './try-rule';

/** @param kept examples that hold already; only what they leave out is added */
export function proposeExamples(twin: Twin, tried: TriedRule, kept: readonly Example[]): Example[] {
  const { book } = twin;
  const killed = new Set(kept.flatMap((one) => tellApart(book, tried, one)));
  const candidates = candidatesFor(book, tried);
  const chosen = chooseKilling(book, tried, candidates, killed);
  const examples = [...kept, ...chosen, ...differencesOf(twin, tried, killed)];
  for (const verdict of verdicts) {
    if (examples.some(({ is }) => is === verdict)) continue;
    const first = candidates.find(({ is }) => is === verdict);
    if (first) examples.push(first);
  }
  return examples.sort((a, b) => verdicts.indexOf(a.is) - verdicts.indexOf(b.is));
}

const verdicts: readonly Truth[] = [true, false, 'open'];

/** The fewest, nearly, that kill what they can. */
function chooseKilling(
  book: RuleBook,
  tried: TriedRule,
  candidates: readonly Example[],
  killed: Set<number>,
): Example[] {
  const told = candidates.map((one) => tellApart(book, tried, one));
  const chosen = new Set<Example>();
  for (;;) {
    let best = -1;
    let most = 0;
    for (const [place, kills] of told.entries()) {
      const gained = kills.filter((mutant) => !killed.has(mutant)).length;
      if (gained > most) [best, most] = [place, gained];
    }
    const one = candidates[best];
    if (!one) break;
    chosen.add(one);
    for (const mutant of told[best] ?? []) killed.add(mutant);
  }
  return [...chosen];
}

/** For the mutants that are still alive: answers that tell them, where there are any. */
function differencesOf(twin: Twin, tried: TriedRule, killed: Set<number>): Example[] {
  const examples: Example[] = [];
  for (const [place, { when }] of tried.mutants.entries()) {
    if (killed.has(place)) continue;
    const given = findDifference(twin, tried.rule.when, when);
    if (!given || !Object.keys(given).every((id) => twin.book.fields.has(id))) continue;
    examples.push({ is: tried.judge(given), given });
    for (const mutant of tried.tellApart(given)) killed.add(mutant);
  }
  return examples;
}

/** The mutants that an example tells from the rule. */
export function tellApart(book: RuleBook, { tellApart: tell }: TriedRule, one: Example): number[] {
  return [...new Set(answersOf(book, one).flatMap(tell))];
}

/** More ways than that add nothing. */
const waysMax = 60;

function candidatesFor(book: RuleBook, { rule, judge }: TriedRule): Example[] {
  const candidates: Example[] = [{ is: judge({}), given: {} }];
  const known = new Set<string>();
  const ways = [rule.when, negate(rule.when)].flatMap((when) =>
    chooseWays(satisfyingAnswers(book.base, when)),
  );
  for (const way of ways) {
    for (const field of factsToTry(book, rule.when, way)) {
      const { [field]: _, ...given } = way;
      const byVerdict = new Map<Truth, Answer[]>();
      const beside = isReadAgain(rule.when, field) ? way[field] : undefined;
      for (const value of valuesOf(book, field, beside)) {
        const is = judge({ ...given, [field]: value });
        byVerdict.set(is, [...(byVerdict.get(is) ?? []), value]);
      }
      const own: Example[] = [
        ...[...byVerdict].map(([is, values]) => ({
          is,
          given,
          each: { [field]: values.map(shorten) },
        })),
        { is: judge(given), given },
      ];
      for (const one of own) {
        const spelled = JSON.stringify(one);
        if (known.has(spelled)) continue;
        known.add(spelled);
        candidates.push(one);
      }
    }
  }
  return candidates;
}

/** What the rule reads, directly or through a score, or the way answers. */
function factsToTry(book: RuleBook, when: TriedRule['rule']['when'], way: Answers): string[] {
  const read = comparisonsOf(when).map(({ fact }) => fact);
  return [...new Set([...Object.keys(way), ...read])].filter((fact) => book.fields.has(fact));
}

/** Only a rule that reads a list twice can tell two options together from each alone. */
function isReadAgain(when: TriedRule['rule']['when'], field: string): boolean {
  return comparisonsOf(when).filter(({ fact }) => fact === field).length > 1;
}

/** First those that say something that none before said. */
function chooseWays(ways: readonly Answers[]): Answers[] {
  if (ways.length <= waysMax) return [...ways];
  const said = new Set<string>();
  const fresh = ways.filter((way) => {
    const parts = Object.entries(way).map((entry) => JSON.stringify(entry));
    const isFresh = parts.some((part) => !said.has(part));
    for (const part of parts) said.add(part);
    return isFresh;
  });
  return fresh.slice(0, waysMax);
}

/**
 * Each option, alone and beside those of the way; of a number, those about every bound that a rule
 * sets to it.
 */
function valuesOf(book: RuleBook, id: string, beside: Answer | undefined): Answer[] {
  const field = book.fields.get(id);
  if (!field) return [];
  const { type, options = [], minimum = 0, maximum = 0, step = 1 } = field;
  const known = options.filter(({ unknown }) => !unknown);
  const values = known.map(({ value }) => value);
  if (type === 'single') return values;
  if (type === 'multiple') {
    const alone = values.map((value) => [value]);
    const isExclusive = (value: string) =>
      known.some((option) => option.value === value && option.exclusive);
    if (!Array.isArray(beside) || beside.some(isExclusive)) return alone;
    const others = values.filter((value) => !beside.includes(value) && !isExclusive(value));
    return [...alone, ...others.map((value) => [...beside, value])];
  }
  const bounds = book.rules
    .flatMap(({ when }) => comparisonsOf(when))
    .flatMap(({ fact, value }) => (fact === id && typeof value === 'number' ? [value] : []));
  return [...new Set(bounds.flatMap((bound) => [bound - step, bound, bound + step]))]
    .map((value) => Number(value.toFixed(6)))
    .filter((value) => value >= minimum && value <= maximum)
    .sort((a, b) => a - b);
}

/** A list of one option is written as the option. */
function shorten(value: Answer): Answer {
  return Array.isArray(value) && value.length === 1 ? (value[0] ?? value) : value;
}
