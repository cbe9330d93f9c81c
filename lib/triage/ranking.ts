/** rules that fire -> ranked conditions, by odds. */
import type { RankedCondition, WeighedEvidence } from './assessment';
import { urgencyRank } from './disposition';
import type { Truth } from './engine';
import type { Evaluation } from './evaluation';
import { type Phrases, phrasesOf } from './phrases';
import type { Piece, RuleBook, RuledCondition } from './rule-book';
import type { Likelihood } from './schema';
import { sayTo, type Voice } from './voice';

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

/** Weighs what is known of one condition. */
export function weigh(
  { cap, plausibleFrom }: RuleBook['logOdds'],
  { pieces, groupCount, pretestLogOdds }: RuledCondition,
  truths: readonly Truth[],
): Standing {
  for (const piece of pieces) {
    const truth = truths[piece.rule.place];
    if (truth === false) continue;
    if (truth === true) keepStrongest(present, piece);
    if (piece.side === 'opposes') continue;
    if (truth === true) keepStrongest(supporting, piece);
    keepStrongest(possible, piece);
  }
  const logOdds = pretestLogOdds + takeSum(present, groupCount, cap);
  return {
    logOdds: Math.round(logOdds * 10_000) / 10_000,
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
function keepStrongest(strongest: Strongest, { group, logRatio }: Piece): void {
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
export function weighAll({ logOdds, conditions }: RuleBook, truths: readonly Truth[]): Standing[] {
  return conditions.map((ruled) => weigh(logOdds, ruled, truths));
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
  { conditions }: RuleBook,
  ranks: readonly number[],
  standings: readonly Standing[],
  a: number,
  b: number,
): number {
  const byPin = (ranks[a] ?? notPinned) - (ranks[b] ?? notPinned);
  if (byPin !== 0) return byPin;
  const byOdds = (standings[b]?.logOdds ?? -Infinity) - (standings[a]?.logOdds ?? -Infinity);
  if (byOdds !== 0) return byOdds;
  return (conditions[a]?.condition.id ?? '') < (conditions[b]?.condition.id ?? '') ? -1 : 1;
}

/** The id of the condition that comes first. */
export function firstCondition(
  book: RuleBook,
  truths: readonly Truth[],
  standings: readonly Standing[],
): string {
  const ranks = pinRanks(book, truths);
  let first = 0;
  for (let place = 1; place < book.conditions.length; place += 1) {
    if (comparePlaces(book, ranks, standings, place, first) < 0) first = place;
  }
  return book.conditions[first]?.condition.id ?? '';
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
  const ranked: RankedCondition[] = [];
  const places = [...book.conditions.keys()];
  for (const place of places.sort((a, b) => comparePlaces(book, ranks, standings, a, b))) {
    const ruled = book.conditions[place];
    const standing = standings[place];
    if (!ruled || !standing) continue;
    const { supports, opposes, open } = sortEvidence(ruled, truths, phrases);
    ranked.push({
      condition: ruled.condition.id,
      name: sayTo(ruled.condition.name, voice),
      likelihood: likelihoodOf(book.logOdds, standing.logOdds),
      logOdds: standing.logOdds,
      pinned: ranks[place] !== notPinned,
      plausible: standing.plausible,
      supports,
      opposes,
      open,
    });
  }
  return ranked;
}

function sortEvidence(
  { pieces, groupCount }: RuledCondition,
  truths: readonly Truth[],
  { evidence }: Phrases,
) {
  const supports: WeighedEvidence[] = [];
  const opposes: WeighedEvidence[] = [];
  const open: WeighedEvidence[] = [];
  for (const piece of pieces) {
    if (truths[piece.rule.place] === true) keepStrongest(present, piece);
  }
  for (const { rule, side, group, logRatio } of pieces) {
    const truth = truths[rule.place];
    const said = evidence[rule.place];
    if (truth === false || !said) continue;
    if (truth !== true) {
      open.push(said.uncounted);
      continue;
    }
    const counts = present[group] === logRatio;
    // Of two that are equally strong the first counts.
    if (counts) present[group] = Number.NaN;
    (side === 'supports' ? supports : opposes).push(counts ? said.counted : said.uncounted);
  }
  present.fill(0, 0, groupCount);
  return { supports, opposes, open };
}

function likelihoodOf({ likelihoods }: RuleBook['logOdds'], logOdds: number): Likelihood {
  for (const { id, from } of likelihoods) if (logOdds >= from) return id;
  return 'less-likely';
}
