import { backFigure } from './back-figure';
import type { Figure } from './figure';
import { innerFigure } from './inner-figure';
import { outerFigure } from './outer-figure';
import { soleFigure } from './sole-figure';
import { wholeFigure } from './whole-figure';

/** In the order in which they stand on the page. */
export const figures: readonly Figure[] = [
  wholeFigure,
  backFigure,
  soleFigure,
  innerFigure,
  outerFigure,
];

/** For each area the first figure that shows it; the back of the leg where nothing is marked. */
export function figuresShowing(marked: readonly string[]): readonly Figure[] {
  const needed = new Set(
    marked.map((value) => figures.find(({ areas }) => areas.some((area) => area.value === value))),
  );
  const shown = figures.filter((figure) => needed.has(figure));
  return shown.length > 0 ? shown : [backFigure];
}
