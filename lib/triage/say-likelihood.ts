import type { Assessment, RankedCondition } from './assessment';
import type { KnowledgeBase } from './knowledge-base';
import { say, type Voice } from './voice';

/** Whether a red flag points to a condition that stands where its odds put it. */
export function isToRuleOut(
  { redFlags }: Pick<Assessment, 'redFlags'>,
  { condition, pinned }: Pick<RankedCondition, 'condition' | 'pinned'>,
): boolean {
  return !pinned && redFlags.some((flag) => flag.condition === condition);
}

/**
 * How likely a condition is, in the words of `rules/`. Where a red flag points to it, it is to be ruled
 * out however unlikely it is: then no word calls it unlikely alone.
 */
export function sayLikelihood(
  { reasoning: { likelihoods, toRuleOut, toRuleOutFirst } }: KnowledgeBase,
  assessment: Pick<Assessment, 'redFlags'>,
  ranked: RankedCondition,
  voice: Pick<Voice, 'language'>,
): string {
  const name = likelihoods.find(({ id }) => id === ranked.likelihood)?.name;
  const word = name ? say(name, voice) : ranked.likelihood;
  if (isToRuleOut(assessment, ranked)) return `${word}, ${say(toRuleOut, voice)}`;
  const isLikely = ranked.likelihood === 'likely' || ranked.likelihood === 'very-likely';
  return ranked.pinned && !isLikely ? say(toRuleOutFirst, voice) : word;
}
