/** rules that fire -> ranked conditions, by odds. */
import type { RankedCondition, WeighedEvidence } from './assessment';
import type { Truth } from './engine';
import type { Evaluation } from './evaluation';
import { type Memory, remember } from './memory';
import { type Phrases, phrasesOf } from './phrases';
import { findPinned, findUnpinned } from './pinned';
import type { EvidenceColumns, RuleBook } from './rule-book';
import type { Likelihood } from './schema';
import type { Voice } from './voice';

/** How a condition stands, given what is true and what is open. */
export interface Standing {
  /** Natural logarithm of the odds, to four places. */
  readonly logOdds: number;
  /** Its place by odds: the lowest comes first, and no two conditions have the same. */
  readonly order: number;
  /**
   * The evidence for it, alone, makes its referral count: weights against it never lower an
   * urgency.
   */
  readonly plausible: boolean;
  /** The same if all open evidence for it were true. */
  readonly couldBePlausible: boolean;
  /** How it is ranked where no flag pins it, by the place of the voice, once it has been said. */
  readonly said: RankedCondition[];
}

/** Weighs what is known of the condition in one place of the rule book. */
export type Weigh = (place: number, truths: readonly Truth[]) => Standing;

const weighers = new WeakMap<RuleBook, Weigh>();

/** The scales for a rule book, made once; they remember what they have weighed. */
export function weigherOf(book: RuleBook): Weigh {
  const known = weighers.get(book);
  if (known) return known;
  const memories = book.conditions.map((): Memory<Standing> => new Map());
  const weigher: Weigh = (place, truths) => {
    const memory = memories[place];
    const combination = combine(book.evidence, place, truths);
    if (!memory || combination === null) return weigh(book, place, truths);
    const remembered = memory.get(combination);
    if (remembered) return remembered;
    const standing = weigh(book, place, truths);
    remember(memory, combination, standing);
    return standing;
  };
  weighers.set(book, weigher);
  return weigher;
}

/** How every condition stands, in the order of the rule book. */
export function weighAll(book: RuleBook, truths: readonly Truth[]): Standing[] {
  const weigher = weigherOf(book);
  return book.conditionIds.map((_, place) => weigher(place, truths));
}

/** Ternary digits that a number holds exactly. */
const digitsMax = 33;

/** What the rules of a condition say, which is all that it depends on, in one number. */
function combine(
  { from, rulePlaces }: EvidenceColumns,
  place: number,
  truths: readonly Truth[],
): number | null {
  const begin = from[place] ?? 0;
  const end = from[place + 1] ?? 0;
  if (end - begin > digitsMax) return null;
  let combination = 0;
  for (let piece = begin; piece < end; piece += 1) {
    const truth = truths[rulePlaces[piece] ?? 0];
    combination = combination * 3 + (truth === true ? 2 : truth === false ? 0 : 1);
  }
  return combination;
}

function weigh(
  { evidence, logOdds, conditions, alphabetical }: RuleBook,
  place: number,
  truths: readonly Truth[],
): Standing {
  const { cap, plausibleFrom } = logOdds;
  const ruled = conditions[place];
  if (!ruled) throw new RangeError(`condition-missing: ${place}`);
  const { pretestLogOdds, groupCount } = ruled;
  const opposingFrom = evidence.opposingFrom[place] ?? 0;
  const end = evidence.from[place + 1] ?? 0;
  for (let piece = evidence.from[place] ?? 0; piece < end; piece += 1) {
    const truth = truths[evidence.rulePlaces[piece] ?? 0];
    if (truth === false) continue;
    if (truth === true) keepStrongest(present, evidence, piece);
    if (piece >= opposingFrom) continue;
    if (truth === true) keepStrongest(supporting, evidence, piece);
    keepStrongest(possible, evidence, piece);
  }
  const steps = Math.round((pretestLogOdds + takeSum(present, groupCount, cap)) * 10_000);
  return {
    logOdds: steps / 10_000,
    // The better odds first, then the order of the ids.
    order: (stepsMax - steps) * orderWidth + (alphabetical[place] ?? 0),
    plausible: pretestLogOdds + takeSum(supporting, groupCount, cap) >= plausibleFrom,
    couldBePlausible: pretestLogOdds + takeSum(possible, groupCount, cap) >= plausibleFrom,
    said: [],
  };
}

/** More than the logarithm of any odds, in ten-thousandths. */
const stepsMax = 2 ** 24;
/** More than there are conditions. */
const orderWidth = 2 ** 16;

/** By group: the log ratio of its strongest piece so far, 0 where there is none. */
type Strongest = number[];
const present: Strongest = [];
const supporting: Strongest = [];
const possible: Strongest = [];

/** Findings that say the same thing count once: the strongest of their group. */
function keepStrongest(
  strongest: Strongest,
  { groups, logRatios }: EvidenceColumns,
  piece: number,
): void {
  const group = groups[piece] ?? 0;
  const logRatio = logRatios[piece] ?? 0;
  if (Math.abs(logRatio) > Math.abs(strongest[group] ?? 0)) strongest[group] = logRatio;
}

/** The sum over the groups, no further from 0 than the cap; they are empty then. */
function takeSum(strongest: Strongest, groupCount: number, cap: number): number {
  let sum = 0;
  for (let group = 0; group < groupCount; group += 1) {
    sum += strongest[group] ?? 0;
    strongest[group] = 0;
  }
  return Math.max(-cap, Math.min(cap, sum));
}

/** The id of the condition that comes first. */
export function firstCondition(
  book: RuleBook,
  truths: readonly Truth[],
  standings: readonly Standing[],
): string {
  return firstOf(book, standings, findPinned(book, truths));
}

/** The id of the condition that leads the guidance: one that a present red flag points to, if any. */
export function leadingCondition(
  book: RuleBook,
  truths: readonly Truth[],
  standings: readonly Standing[],
): string {
  return firstOf(book, standings, findPinned(book, truths, true));
}

function firstOf(
  book: RuleBook,
  standings: readonly Standing[],
  ranks: ReadonlyMap<number, number>,
): string {
  const mostUrgent = ranks.size > 0 ? Math.min(...ranks.values()) : undefined;
  let first = -1;
  let least = Infinity;
  for (let place = 0; place < standings.length; place += 1) {
    const order = standings[place]?.order ?? Infinity;
    if (order >= least || ranks.get(place) !== mostUrgent) continue;
    least = order;
    first = place;
  }
  return book.conditionIds[first] ?? '';
}

/**
 * Every condition: those that a present red flag puts first, then by odds. What a red flag wants
 * ruled out without putting it first counts as plausible.
 */
export function rankConditions(
  book: RuleBook,
  { truths }: Pick<Evaluation, 'truths'>,
  standings: readonly Standing[],
  voice: Voice,
): RankedCondition[] {
  const ranks = findPinned(book, truths);
  const unpinned = findUnpinned(book, truths);
  const phrases = phrasesOf(book, voice);
  const pinned: number[] = [];
  const others: RankedCondition[] = [];
  const orders = new Float64Array(standings.length);
  for (let place = 0; place < orders.length; place += 1) {
    orders[place] = standings[place]?.order ?? Infinity;
  }
  for (const order of orders.sort()) {
    const place = book.byAlphabet[order - Math.floor(order / orderWidth) * orderWidth] ?? 0;
    const standing = standings[place];
    if (ranks.has(place)) pinned.push(place);
    else if (standing) {
      const said = sayStanding(book, place, standing, truths, phrases);
      others.push(unpinned.has(place) ? { ...said, plausible: true } : said);
    }
  }
  // A stable sort: by odds among those of one rank.
  pinned.sort((a, b) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0));
  const first = pinned.flatMap((place) => {
    const standing = standings[place];
    if (!standing) return [];
    return { ...sayStanding(book, place, standing, truths, phrases), pinned: true };
  });
  return [...first, ...others];
}

/** A condition that no flag pins; said once for each way in which it stands. */
function sayStanding(
  book: RuleBook,
  place: number,
  { logOdds, plausible, said }: Standing,
  truths: readonly Truth[],
  phrases: Phrases,
): RankedCondition {
  const known = said[phrases.place];
  if (known) return known;
  const { supports, opposes, open } = sortEvidence(book, place, truths, phrases);
  const ranked = {
    condition: book.conditionIds[place] ?? '',
    name: phrases.names[place] ?? '',
    likelihood: likelihoodOf(book.logOdds, logOdds),
    logOdds,
    pinned: false,
    plausible,
    supports,
    opposes,
    open,
  };
  said[phrases.place] = ranked;
  return ranked;
}

function sortEvidence(
  { evidence }: RuleBook,
  place: number,
  truths: readonly Truth[],
  { counted, uncounted }: Phrases,
) {
  const { from, opposingFrom, rulePlaces, groups, logRatios } = evidence;
  const begin = from[place] ?? 0;
  const end = from[place + 1] ?? 0;
  const supports: WeighedEvidence[] = [];
  const opposes: WeighedEvidence[] = [];
  const open: WeighedEvidence[] = [];
  for (let piece = begin; piece < end; piece += 1) {
    if (truths[rulePlaces[piece] ?? 0] === true) keepStrongest(present, evidence, piece);
  }
  for (let piece = begin; piece < end; piece += 1) {
    const truth = truths[rulePlaces[piece] ?? 0];
    if (truth === false) continue;
    const group = groups[piece] ?? 0;
    const counts = truth === true && present[group] === logRatios[piece];
    // Of two that are equally strong the first counts.
    if (counts) present[group] = Number.NaN;
    const said = (counts ? counted : uncounted)[piece];
    const list = truth !== true ? open : piece < (opposingFrom[place] ?? 0) ? supports : opposes;
    if (said) list.push(said);
  }
  for (let piece = begin; piece < end; piece += 1) present[groups[piece] ?? 0] = 0;
  return { supports, opposes, open };
}

function likelihoodOf({ likelihoods }: RuleBook['logOdds'], logOdds: number): Likelihood {
  for (const { id, from } of likelihoods) if (logOdds >= from) return id;
  return 'less-likely';
}
