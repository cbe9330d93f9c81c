/** rules that fire -> ranked conditions, by odds. */
import type { PresentFlag, RankedCondition, WeighedEvidence } from './assessment';
import { urgencyRank } from './disposition';
import { type Truth, type Verdicts, verdictOn } from './engine';
import { type Condition, type KnowledgeBase, ruleId } from './knowledge-base';
import type { Evidence, Likelihood } from './schema';
import { sayTo, type Voice } from './voice';

interface Piece {
  readonly evidence: Evidence;
  readonly side: 'supports' | 'opposes';
  readonly truth: Truth;
}

/** Every condition: those that a present red flag points to first, then by odds. */
export function rankConditions(
  base: KnowledgeBase,
  verdicts: Verdicts,
  redFlags: readonly PresentFlag[],
  voice: Voice,
): RankedCondition[] {
  const pin = new Map<string, number>();
  for (const { condition, urgency } of redFlags) {
    if (condition === null) continue;
    pin.set(condition, Math.min(urgencyRank(urgency), pin.get(condition) ?? Infinity));
  }
  const pinRank = (condition: string) => pin.get(condition) ?? Number.MAX_SAFE_INTEGER;
  return base.conditions
    .map((condition) => rankCondition(base, condition, verdicts, pin.has(condition.id), voice))
    .sort(
      (a, b) =>
        pinRank(a.condition) - pinRank(b.condition) ||
        b.logOdds - a.logOdds ||
        (a.condition < b.condition ? -1 : 1),
    );
}

/**
 * Whether the evidence for a condition, alone, makes its referral count: weights against it never
 * lower an urgency.
 * @param reading `possible` counts the open evidence as well
 */
export function isPlausible(
  base: KnowledgeBase,
  condition: Condition,
  verdicts: Verdicts,
  reading: 'certain' | 'possible',
): boolean {
  const supporting = piecesOf(condition, verdicts).filter(
    ({ side, truth }) =>
      side === 'supports' && (truth === true || (reading === 'possible' && truth === 'open')),
  );
  const logOdds = Math.log(condition.pretest.odds) + sumOfLogRatios(base, supporting);
  return logOdds >= Math.log(base.reasoning.plausibleFromOdds);
}

function rankCondition(
  base: KnowledgeBase,
  condition: Condition,
  verdicts: Verdicts,
  pinned: boolean,
  voice: Voice,
): RankedCondition {
  const pieces = piecesOf(condition, verdicts);
  const present = pieces.filter(({ truth }) => truth === true);
  const counted = new Set(strongestOfEachGroup(present));
  const logOdds = Math.log(condition.pretest.odds) + sumOfLogRatios(base, present);
  const weigh = (piece: Piece): WeighedEvidence => ({
    id: ruleId.evidence(condition.id, piece.side, piece.evidence.id),
    text: sayTo(piece.evidence.text, voice),
    weight: piece.evidence.weight.likelihoodRatio,
    basis: piece.evidence.weight.basis,
    counted: counted.has(piece),
    sources: piece.evidence.sources,
  });
  return {
    condition: condition.id,
    name: sayTo(condition.name, voice),
    likelihood: likelihoodOf(base, logOdds),
    logOdds: Number(logOdds.toFixed(4)),
    pinned,
    plausible: isPlausible(base, condition, verdicts, 'certain'),
    supports: present.filter(({ side }) => side === 'supports').map(weigh),
    opposes: present.filter(({ side }) => side === 'opposes').map(weigh),
    open: pieces.filter(({ truth }) => truth === 'open').map(weigh),
  };
}

function piecesOf(condition: Condition, verdicts: Verdicts): Piece[] {
  return (['supports', 'opposes'] as const).flatMap((side) =>
    condition[side].map((evidence) => ({
      evidence,
      side,
      truth: verdictOn(verdicts, ruleId.evidence(condition.id, side, evidence.id)).truth,
    })),
  );
}

const logRatio = ({ evidence }: Piece) => Math.log(evidence.weight.likelihoodRatio);

/** Findings that say the same thing count once. Evidence without a group stands alone. */
function strongestOfEachGroup(pieces: readonly Piece[]): Piece[] {
  const strongest = new Map<string, Piece>();
  for (const piece of pieces) {
    const group = piece.evidence.group ?? `alone/${piece.side}/${piece.evidence.id}`;
    const rival = strongest.get(group);
    if (!rival || Math.abs(logRatio(piece)) > Math.abs(logRatio(rival))) {
      strongest.set(group, piece);
    }
  }
  return [...strongest.values()];
}

function sumOfLogRatios(base: KnowledgeBase, pieces: readonly Piece[]): number {
  const sum = strongestOfEachGroup(pieces).reduce((total, piece) => total + logRatio(piece), 0);
  const cap = Math.log(base.reasoning.evidenceCap);
  return Math.max(-cap, Math.min(cap, sum));
}

function likelihoodOf({ reasoning }: KnowledgeBase, logOdds: number): Likelihood {
  const word = reasoning.likelihoods.find(({ fromOdds }) => logOdds >= Math.log(fromOdds));
  return word?.id ?? 'less-likely';
}
