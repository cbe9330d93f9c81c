/** What the validation split comes to, beside what was aimed at. */
import { type FigureId, type Figures, figureTitles } from './figures';
import type { Share } from './share';

export interface Target {
  readonly figure: FigureId;
  readonly title: string;
  readonly wanted: string;
  readonly got: Share;
  readonly isReached: boolean;
}

/** Shares in per cent; `none` is a count. */
const aims: readonly (readonly [FigureId, 'from' | 'upTo' | 'none', number])[] = [
  ['first', 'from', 85],
  ['withinThree', 'from', 98],
  ['exactUrgency', 'from', 82],
  ['overByTwo', 'upTo', 5],
  ['underTriage', 'none', 0],
  ['dangersMissed', 'none', 0],
];

const words = { from: 'from', upTo: 'up to', none: '' };

/** No target is reached where there are no cases. */
export function judgeTargets(figures: Figures): Target[] {
  return aims.map(([figure, direction, bound]) => {
    const got = figures[figure];
    const percent = (100 * got.count) / got.of;
    const isReached = direction === 'from' ? percent >= bound : percent <= bound;
    const wanted = direction === 'none' ? 'none' : `${words[direction]} ${bound} %`;
    return { figure, title: figureTitles[figure], wanted, got, isReached };
  });
}
