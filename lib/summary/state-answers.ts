import type { Answer, Answers } from '../triage/answers';
import { describeAnswer, describeField } from '../triage/describe-answer';
import type { Finding, KnowledgeBase, Question } from '../triage/knowledge-base';
import { say, type Voice } from '../triage/voice';
import type { AnswerBlock, Statement } from './summary';

export interface AnswerReader {
  /** What one field says, in words. Throws on an id that the knowledge base does not have. */
  readonly state: (field: string) => Statement;
  readonly isKnown: (field: string) => boolean;
}

/**
 * Reads answers aloud. What is unknown stays unknown: it has a state, and no answer.
 * @param unsure the questions that somebody answered "not sure"
 */
export function readAnswers(
  base: KnowledgeBase,
  answers: Answers,
  unsure: readonly string[],
  voice: Voice,
): AnswerReader {
  const fields = new Map([...base.questions, ...base.findings].map((field) => [field.id, field]));

  const state = (id: string): Statement => {
    const field = fields.get(id);
    if (!field) throw new Error(`field-missing: ${id}`);
    const label = describeField(field, voice);
    const answer = answers[id];
    if (answer !== undefined && !isUnknown(field, answer)) {
      return { id, label, answer: describeAnswer(field, answer, voice), state: 'known' };
    }
    const asked = answer !== undefined || unsure.includes(id);
    return { id, label, answer: null, state: asked ? 'not-sure' : 'unanswered' };
  };

  return { state, isKnown: (id) => fields.has(id) && state(id).state === 'known' };
}

/** Every field that is asked, or answered all the same, by block. */
export function listAnswers(
  base: KnowledgeBase,
  reader: AnswerReader,
  asked: ReadonlySet<string>,
  voice: Voice,
): AnswerBlock[] {
  const blocks = [...base.questionnaire, ...base.examination].map((block) => ({
    name: say(block.name, voice),
    emergency: block.emergency === true,
    isExamination: base.examination.includes(block),
    statements: block.fields
      .filter((id) => asked.has(id) || reader.isKnown(id))
      .map((id) => reader.state(id)),
  }));
  return blocks.filter(({ statements }) => statements.length > 0);
}

/** "Not measured" and "not sure" are options, and unknown all the same. */
function isUnknown({ options = [] }: Question | Finding, answer: Answer): boolean {
  const chosen = typeof answer === 'object' ? answer : [answer];
  return chosen.some((value) => options.find((option) => option.value === value)?.unknown === true);
}
