import type { KnowledgeBase } from '../../triage/knowledge-base';
import type { RecordFact } from './find-answers';

/** What the record says, in the words of the questionnaire. */
export function describeRecord(
  { questions }: KnowledgeBase,
  record: readonly RecordFact[],
): string[] {
  return record.map(({ field, option }) => {
    const options = questions.find(({ id }) => id === field)?.options ?? [];
    return options.find(({ value }) => value === option)?.clinician.en ?? option;
  });
}
