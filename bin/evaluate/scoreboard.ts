/** Everything that is counted of one split. */
import { type Audience, audiences } from '@/lib/triage/answers';
import type { KnowledgeBase } from '@/lib/triage/knowledge-base';
import { type Band, calibrate } from './calibration';
import { type Confusion, confuseConditions, crossUrgency, type UrgencyRow } from './confusions';
import { countFigures, type Figures } from './figures';
import type { CaseScore } from './score-case';

export const splits = ['development', 'validation', 'all'] as const;
export type Split = (typeof splits)[number];

export interface Scoreboard {
  readonly split: Split;
  readonly cases: number;
  readonly figures: Figures;
  readonly audiences: readonly { readonly audience: Audience; readonly figures: Figures }[];
  /** By the condition that is expected, in the order of the ids. */
  readonly conditions: readonly { readonly condition: string; readonly figures: Figures }[];
  readonly urgency: readonly UrgencyRow[];
  readonly confusions: readonly Confusion[];
  readonly calibration: readonly Band[];
}

/** Of those scores that are in the split. */
export function makeScoreboard(
  split: Split,
  all: readonly CaseScore[],
  likelihoods: KnowledgeBase['reasoning']['likelihoods'],
): Scoreboard {
  const scores = all.filter(isIn(split));
  const conditions = [...new Set(scores.map(({ vignette }) => vignette.expected.condition))].sort();
  return {
    split,
    cases: scores.length,
    figures: countFigures(scores),
    audiences: audiences.map((audience) => ({
      audience,
      figures: countFigures(scores.filter(({ vignette }) => vignette.input.audience === audience)),
    })),
    conditions: conditions.map((condition) => ({
      condition,
      figures: countFigures(
        scores.filter(({ vignette }) => vignette.expected.condition === condition),
      ),
    })),
    urgency: crossUrgency(scores),
    confusions: confuseConditions(scores),
    calibration: calibrate(scores, likelihoods),
  };
}

export function isIn(split: Split) {
  return ({ vignette }: CaseScore) => split === 'all' || vignette.split === split;
}
