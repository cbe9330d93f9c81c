/** rules that fire -> ranked conditions, by odds. */
import type { RankedCondition, WeighedEvidence } from './assessment';
import { urgencyRank } from './disposition';
import type { Truth } from './engine';
import type { Evaluation } from './evaluation';
import { type Phrases, phrasesOf } from './phrases';
import type { EvidenceColumns, RuleBook } from './rule-book';
import type { Likelihood } from './schema';
import type { Voice } from './voice';

/** How a condition stands, given what is true and what is open. */
export interface Standing {
  /** Natural logarithm of the odds, to four places. */
  readonly logOdds: number;
  /**
   * The evidence for it, alone, makes its referral count: weights against it never lower an
   * urgency.
   */
  readonly plausible: boolean;
  /** The same if all open evidence for it were true. */
  readonly couldBePlausible: boolean;
}

/** Weighs what is known of the condition in one place of the rule book. */
export function weigh(book: RuleBook, place: number, truths: readonly Truth[]): Standing {
  const { evidence, logOdds, conditions } = book;
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
  const own = pretestLogOdds + takeSum(present, groupCount, cap);
  return {
    logOdds: Math.round(own * 10_000) / 10_000,
    plausible: pretestLogOdds + takeSum(supporting, groupCount, cap) >= plausibleFrom,
    couldBePlausible: pretestLogOdds + takeSum(possible, groupCount, cap) >= plausibleFrom,
  };
}

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

/** How every condition stands, in the order of the rule book. */
export function weighAll(book: RuleBook, truths: readonly Truth[]): Standing[] {
  return book.conditionIds.map((_, place) => weigh(book, place, truths));
}

const notPinned = Number.MAX_SAFE_INTEGER;

/** By condition: the rank of the most urgent red flag that is present and points to it. */
function pinRanks({ flags, conditions }: RuleBook, truths: readonly Truth[]): number[] {
  const ranks = new Array<number>(conditions.length).fill(notPinned);
  for (const { flag, rule, condition } of flags) {
    // The most urgent flag comes first.
    if (condition !== null && truths[rule.place] === true && ranks[condition] === notPinned) {
      ranks[condition] = urgencyRank(flag.urgency);
    }
  }
  return ranks;
}

/** Conditions that a present red flag points to come first, then those with the better odds. */
function comparePlaces(
  { alphabetical }: RuleBook,
  ranks: readonly number[],
  logOdds: ArrayLike<number>,
  a: number,
  b: number,
): number {
  const byPin = (ranks[a] ?? notPinned) - (ranks[b] ?? notPinned);
  if (byPin !== 0) return byPin;
  const byOdds = (logOdds[b] ?? -Infinity) - (logOdds[a] ?? -Infinity);
  if (byOdds !== 0) return byOdds;
  return (alphabetical[a] ?? 0) - (alphabetical[b] ?? 0);
}

const logOddsOf = ({ logOdds }: Standing) => logOdds;

/** The id of the condition that comes first. */
export function firstCondition(
  book: RuleBook,
  truths: readonly Truth[],
  standings: readonly Standing[],
): string {
  const ranks = pinRanks(book, truths);
  const logOdds = standings.map(logOddsOf);
  let first = 0;
  for (let place = 1; place < logOdds.length; place += 1) {
    if (comparePlaces(book, ranks, logOdds, place, first) < 0) first = place;
  }
  return book.conditionIds[first] ?? '';
}

/** Every condition: those that a present red flag points to first, then by odds. */
export function rankConditions(
  book: RuleBook,
  { truths }: Pick<Evaluation, 'truths'>,
  standings: readonly Standing[],
  voice: Voice,
): RankedCondition[] {
  const ranks = pinRanks(book, truths);
  const phrases = phrasesOf(book, voice);
  const logOdds = standings.map(logOddsOf);
  const places = [...book.conditionIds.keys()];
  return places
    .sort((a, b) => comparePlaces(book, ranks, logOdds, a, b))
    .map((place) => {
      const { supports, opposes, open } = sortEvidence(book, place, truths, phrases);
      return {
        condition: book.conditionIds[place] ?? '',
        name: phrases.names[place] ?? '',
        likelihood: likelihoodOf(book.logOdds, logOdds[place] ?? -Infinity),
        logOdds: logOdds[place] ?? -Infinity,
        pinned: ranks[place] !== notPinned,
        plausible: standings[place]?.plausible === true,
        supports,
        opposes,
        open,
      };
    });
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
