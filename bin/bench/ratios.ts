import { type ByContender, type ContenderName, contenderNames } from './contender';
import { roundTo } from './median';

/** How many times as fast as each other contender Surae is; null where a result was wrong. */
export type Ratios = Partial<Record<ContenderName, number | null>>;

export function ratiosOf(figures: ByContender): Ratios {
  const own = figures.surae;
  const others = contenderNames.filter((name) => name !== 'surae');
  return Object.fromEntries(
    others.map((name) => {
      const other = figures[name];
      return [name, own === null || other === null ? null : roundTo(3, own / other)];
    }),
  );
}
