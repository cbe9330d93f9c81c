/** What is counted of some cases: each figure with its meaning. */
import type { CaseScore } from './score-case';
import { type Share, shareOf } from './share';

export const figureIds = [
  'first',
  'withinThree',
  'exactUrgency',
  'withinOneLevel',
  'underTriage',
  'lessUrgent',
  'overByTwo',
  'beyondHighest',
  'dangersMissed',
  'flagsMissing',
  'flagsUnwanted',
] as const;
export type FigureId = (typeof figureIds)[number];
export type Figures = Readonly<Record<FigureId, Share>>;

export const figureTitles: Readonly<Record<FigureId, string>> = {
  first: 'Right condition first',
  withinThree: 'Right condition within three',
  exactUrgency: 'Urgency exactly as expected',
  withinOneLevel: 'Urgency within one level',
  underTriage: 'Under-triage: below the lowest acceptable',
  lessUrgent: 'Less urgent than expected',
  overByTwo: 'Over-triage by two or more levels',
  beyondHighest: 'Beyond the highest acceptable',
  dangersMissed: 'A danger neither named nor excluded',
  flagsMissing: 'A red flag missing',
  flagsUnwanted: 'A red flag unwanted',
};

/** Of which figures there should be many; of the others there should be few. */
export const wantedFigures: readonly FigureId[] = figureIds.slice(0, 4);

export const holds: Readonly<Record<FigureId, (score: CaseScore) => boolean>> = {
  first: ({ isFirst }) => isFirst,
  withinThree: ({ isWithinThree }) => isWithinThree,
  exactUrgency: ({ levelsOver }) => levelsOver === 0,
  withinOneLevel: ({ levelsOver }) => Math.abs(levelsOver) <= 1,
  underTriage: ({ isUnderTriaged }) => isUnderTriaged,
  lessUrgent: ({ levelsOver }) => levelsOver < 0,
  overByTwo: ({ levelsOver }) => levelsOver >= 2,
  beyondHighest: ({ isOverTriaged }) => isOverTriaged,
  dangersMissed: ({ missed }) => missed.length > 0,
  flagsMissing: ({ flagsMissing }) => flagsMissing.length > 0,
  flagsUnwanted: ({ flagsUnwanted }) => flagsUnwanted.length > 0,
};

/** Counts cases: one with two red flags missing counts once. */
export function countFigures(scores: readonly CaseScore[]): Figures {
  const count = (id: FigureId) => shareOf(scores.filter(holds[id]).length, scores.length);
  return {
    first: count('first'),
    withinThree: count('withinThree'),
    exactUrgency: count('exactUrgency'),
    withinOneLevel: count('withinOneLevel'),
    underTriage: count('underTriage'),
    lessUrgent: count('lessUrgent'),
    overByTwo: count('overByTwo'),
    beyondHighest: count('beyondHighest'),
    dangersMissed: count('dangersMissed'),
    flagsMissing: count('flagsMissing'),
    flagsUnwanted: count('flagsUnwanted'),
  };
}
