import type { Question } from '@/lib/triage/knowledge-base';
import type { Voice } from '@/lib/triage/voice';
import type { QuestionInput } from './question-schema';

/** What every field of the self-check takes; the type of the question chooses the field. */
export interface FieldProps {
  readonly question: Question;
  readonly voice: Voice;
  readonly value: QuestionInput['answer'];
  readonly onChange: (value: string | string[]) => void;
  /** Of the first input: the error summary leads to it. */
  readonly firstId: string;
}
