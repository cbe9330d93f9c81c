import type { RankedCondition, WeighedEvidence } from '../triage/assessment';
import type { Reason } from './summary';

/** The strongest evidence that counted: what speaks for the condition, then what speaks against it. */
export function chooseReasons(
  { supports, opposes }: Pick<RankedCondition, 'supports' | 'opposes'>,
  countMax: number,
): Reason[] {
  const onSide = (pieces: readonly WeighedEvidence[], side: Reason['side']): Reason[] =>
    pieces
      .filter(({ counted }) => counted)
      .sort((a, b) => strengthOf(b) - strengthOf(a))
      .map(({ text, basis, weight }) => ({ text, side, basis, weight }));
  return [...onSide(supports, 'for'), ...onSide(opposes, 'against')].slice(0, countMax);
}

/** How far a piece moves the odds, either way. */
function strengthOf({ weight }: WeighedEvidence): number {
  return Math.abs(Math.log(weight));
}
