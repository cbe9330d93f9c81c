import { z } from 'zod';
import { type Answer, answerSchema } from '@/lib/triage/answers';
import type { Question } from '@/lib/triage/knowledge-base';

/** The value of the option "Not sure"; no option of a question can have it. */
export const notSure = '?';

export type Problem = 'missing' | 'invalid';

/** What the form holds before it is checked: texts, as inputs hold them. */
export interface QuestionInput {
  answer: string | readonly string[];
}

/**
 * What one page of the self-check accepts. Its output is the answer, or null for "not sure".
 * Blank is missing, never zero.
 */
export function questionSchema(question: Question, describe: (problem: Problem) => string) {
  const answer = answerSchema(question);
  const given = z.union([z.string(), z.array(z.string()).readonly()]);
  return z.object({
    answer: given.transform((input, context): Answer | null => {
      if (question.notSure && isNotSure(input)) return null;
      const problem = isBlank(input) ? 'missing' : 'invalid';
      const checked = answer.safeParse(question.type === 'number' ? readNumber(input) : input);
      if (checked.success) return checked.data;
      context.addIssue({ code: 'custom', message: describe(problem) });
      return z.NEVER;
    }),
  });
}

/** What the form starts from: the answer given before, if there is one. */
export function toQuestionInput(
  question: Question,
  answer: Answer | undefined,
  isUnsure: boolean,
): QuestionInput {
  if (question.type === 'multiple') {
    if (isUnsure) return { answer: [notSure] };
    if (answer === undefined || typeof answer === 'number') return { answer: [] };
    return { answer: typeof answer === 'string' ? [answer] : answer };
  }
  if (isUnsure) return { answer: notSure };
  return { answer: answer === undefined ? '' : String(answer) };
}

function isNotSure(input: QuestionInput['answer']): boolean {
  return input === notSure || (typeof input !== 'string' && input.includes(notSure));
}

function isBlank(input: QuestionInput['answer']): boolean {
  return typeof input === 'string' ? input.trim() === '' : input.length === 0;
}

/** A written number, with a decimal point or comma; anything else is no number. */
function readNumber(input: QuestionInput['answer']): number {
  const text = typeof input === 'string' ? input.trim() : '';
  return /^-?\d+(?:[.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN;
}
