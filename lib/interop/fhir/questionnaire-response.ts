/** The answers as a FHIR R4 QuestionnaireResponse. */
import type { QuestionnaireResponse, QuestionnaireResponseItem, Reference } from 'fhir/r4';
import { type Answer, fieldsFor, type Input } from '../../triage/answers';
import { describeField } from '../../triage/describe-answer';
import type { Block, Finding, KnowledgeBase, Question } from '../../triage/knowledge-base';
import { twinOf } from '../../triage/twin';
import { say, sayTo, type Voice } from '../../triage/voice';
import { canonicalOf, questionnaireCanonical, systemOf } from './canonical';
import { absentReasonUrl } from './data-absent';
import { groupsAround } from './enable-when';

export interface Answered {
  readonly input: Input;
  /** The questions answered "not sure". */
  readonly unsure?: readonly string[] | undefined;
  /** When the answers were given. */
  readonly at: Date;
  readonly language?: string | undefined;
  readonly subject?: Reference | undefined;
  readonly source?: Reference | undefined;
}

/**
 * What `readResponse` reads. A question without an answer is left out, or says that it was asked.
 * Left out is also an answer to a question that the others make needless, where it decides nothing:
 * the form would not show it, and a response must fit its form. One that decides something stays.
 */
export function toQuestionnaireResponse(
  base: KnowledgeBase,
  { input, unsure = [], at, language = 'en', subject, source }: Answered,
): QuestionnaireResponse {
  const voice = { audience: input.audience, language };
  const blocks = [
    ...base.questionnaire,
    ...(input.audience === 'clinician' ? base.examination : []),
  ];
  const fields = fieldsFor(base, input.audience);
  const answered = { input: withoutNeedless(base, input), unsure };
  const item = blocks.flatMap((block) => toGroup(block, fields, answered, voice));
  return {
    resourceType: 'QuestionnaireResponse',
    language,
    ...(input.id !== undefined && {
      identifier: { system: canonicalOf('NamingSystem', 'input-id'), value: input.id },
    }),
    questionnaire: questionnaireCanonical(base, input.audience),
    status: 'completed',
    ...(subject && { subject }),
    authored: at.toISOString(),
    ...(source && { source }),
    ...(item.length > 0 && { item }),
  };
}

function withoutNeedless(base: KnowledgeBase, input: Input): Input {
  const { evaluate, isAsked } = twinOf(base);
  const evaluation = evaluate(input);
  const asked = Object.entries(input.answers).filter(([id]) => isAsked(evaluation, id));
  const without = { ...input, answers: Object.fromEntries(asked) };
  const { truths } = evaluate(without);
  return evaluation.truths.every((truth, place) => truth === truths[place]) ? without : input;
}

function toGroup(
  { id, name, fields }: Block,
  known: readonly (Question | Finding)[],
  { input, unsure }: { readonly input: Input; readonly unsure: readonly string[] },
  voice: Voice,
): QuestionnaireResponseItem[] {
  const item = fields.flatMap((wanted) =>
    known
      .filter((field) => field.id === wanted)
      .flatMap((field) => {
        const answer = input.answers[field.id];
        if (answer !== undefined) return [nest(field, toItem(field, answer, voice))];
        return unsure.includes(field.id) ? [nest(field, toUnsure(field, voice))] : [];
      }),
  );
  return item.length > 0 ? [{ linkId: `${id}-block`, text: say(name, voice), item }] : [];
}

function nest(field: Question | Finding, item: QuestionnaireResponseItem) {
  return groupsAround(field).reduceRight<QuestionnaireResponseItem>(
    (inner, linkId) => ({ linkId, item: [inner] }),
    item,
  );
}

function toItem(
  field: Question | Finding,
  answer: Answer,
  voice: Voice,
): QuestionnaireResponseItem {
  const { id, options = [] } = field;
  const toCoding = (code: string) => {
    const option = options.find(({ value }) => value === code);
    return { system: systemOf(id), code, ...(option && { display: sayTo(option, voice) }) };
  };
  const chosen = typeof answer === 'string' ? [answer] : answer;
  return {
    linkId: id,
    text: describeField(field, voice),
    answer:
      typeof chosen === 'number'
        ? [{ valueDecimal: chosen }]
        : chosen.map((code) => ({ valueCoding: toCoding(code) })),
  };
}

/** "Not sure" is no answer: unknown, and asked. */
function toUnsure(field: Question | Finding, voice: Voice): QuestionnaireResponseItem {
  return {
    extension: [{ url: absentReasonUrl, valueCode: 'asked-unknown' }],
    linkId: field.id,
    text: describeField(field, voice),
  };
}
