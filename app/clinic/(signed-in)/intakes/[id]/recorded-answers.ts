import type { Answer } from '@/lib/triage/answers';
import type { KnowledgeBase } from '@/lib/triage/knowledge-base';
import type { Fields } from './intake-editor';

/** The questions that a member answered here, over what the patient had said. */
export function recordedAnswers(base: KnowledgeBase, fields: Fields): Record<string, Answer> {
  const recorded = base.questions.flatMap(({ id }): [string, Answer][] => {
    const value = fields[`findings.${id}`] ?? null;
    return value === null ? [] : [[id, value]];
  });
  return Object.fromEntries(recorded);
}
