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

/** How likely a condition is, in the words of `rules/`, and that it is to be ruled out all the same. */
export function sayLikelihood(
  { reasoning: { likelihoods, toRuleOut } }: KnowledgeBase,
  assessment: Pick<Assessment, 'redFlags'>,
  ranked: RankedCondition,
  voice: Pick<Voice, 'language'>,
): string {
  const name = likelihoods.find(({ id }) => id === ranked.likelihood)?.name;
  const word = name ? say(name, voice) : ranked.likelihood;
  return isToRuleOut(assessment, ranked) ? `${word}, ${say(toRuleOut, voice)}` : word;
}
