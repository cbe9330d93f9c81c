import type { Assessment, RankedCondition } from '../../triage/assessment';
import type { KnowledgeBase } from '../../triage/knowledge-base';
import { say } from '../../triage/voice';

/** The conditions that a provider should think of: plausible, or pointed to by a red flag; in order. */
export function consideredIn({ ranking }: Pick<Assessment, 'ranking'>): RankedCondition[] {
  return ranking.filter(({ pinned, plausible }) => pinned || plausible);
}

/** How likely, in the word of `rules/`. */
export function likelihoodWord(
  { reasoning }: KnowledgeBase,
  { likelihood }: RankedCondition,
  language: string,
): string {
  const name = reasoning.likelihoods.find(({ id }) => id === likelihood)?.name;
  return name ? say(name, { language }) : likelihood;
}
