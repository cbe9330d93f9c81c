import type { Assessment, RankedCondition } from '../triage/assessment';
import {
  comparisonsOf,
  emergencyQuestionIds,
  type KnowledgeBase,
  ruleId,
} from '../triage/knowledge-base';

/** The facts that the evidence for and against these conditions was read from. */
export function evidenceFacts(
  base: KnowledgeBase,
  conditions: readonly RankedCondition[],
): string[] {
  const fired = new Set(
    conditions.flatMap(({ supports, opposes }) => [...supports, ...opposes].map(({ id }) => id)),
  );
  const evidence = base.conditions.flatMap((condition) =>
    (['supports', 'opposes'] as const).flatMap((side) =>
      condition[side].filter(({ id }) => fired.has(ruleId.evidence(condition.id, side, id))),
    ),
  );
  return distinct(evidence.flatMap(({ when }) => comparisonsOf(when).map(({ fact }) => fact)));
}

/** The unanswered questions that matter most: the emergency screen, then what could raise the urgency. */
export function decidingUnknowns(
  base: KnowledgeBase,
  { next }: Pick<Assessment, 'next'>,
  isKnown: (field: string) => boolean,
): string[] {
  const raising = next
    .filter(({ couldChange }) => couldChange === 'urgency')
    .map(({ question }) => question)
    .filter((id) => base.questions.some((question) => question.id === id));
  return distinct([...emergencyQuestionIds(base).filter((id) => !isKnown(id)), ...raising]);
}

/** The findings that would confirm or exclude these conditions, the first condition's first. */
export function findingsToExamine(
  base: KnowledgeBase,
  conditions: readonly RankedCondition[],
  isKnown: (field: string) => boolean,
): string[] {
  const examinations = conditions.flatMap(({ condition }) =>
    base.conditions.filter(({ id }) => id === condition).map(({ examine }) => examine),
  );
  return distinct(examinations.flatMap(({ confirm, exclude }) => [...confirm, ...exclude])).filter(
    (id) => !isKnown(id),
  );
}

function distinct(ids: readonly string[]): string[] {
  return [...new Set(ids)];
}
