/** What no validator looks for in a form and its answers. */
import type {
  FhirResource,
  QuestionnaireItem,
  QuestionnaireItemEnableWhen,
  QuestionnaireResponse,
  QuestionnaireResponseItem,
} from 'fhir/r4';
import { questionnaireCanonical } from '@/lib/interop/fhir/canonical';
import { toQuestionnaire } from '@/lib/interop/fhir/questionnaire';
import { knowledgeBase } from '@/lib/knowledge/read-rules';
import { audiences } from '@/lib/triage/answers';

const base = knowledgeBase();
const forms = new Map(
  audiences.map((audience) => [
    questionnaireCanonical(base, audience),
    toQuestionnaire(base, audience),
  ]),
);

/** A link id that stands there twice, a condition on what is not there, an answer that was not asked for. */
export function findFormFaults(resource: FhirResource): string[] {
  switch (resource.resourceType) {
    case 'Questionnaire':
      return findInForm(flatten(resource.item ?? []));
    case 'QuestionnaireResponse':
      return findInResponse(resource);
    case 'Bundle':
      return (resource.entry ?? []).flatMap((entry) =>
        entry.resource ? findFormFaults(entry.resource) : [],
      );
    default:
      return [];
  }
}

function findInForm(items: readonly QuestionnaireItem[]): string[] {
  const byId = new Map(items.map((item) => [item.linkId, item]));
  const twice = duplicates(items.map(({ linkId }) => linkId)).map((id) => `${id}: there twice`);
  const conditions = items.flatMap(({ linkId, enableWhen = [], enableBehavior }) => [
    ...(enableWhen.length > 1 && !enableBehavior ? [`${linkId}: no enableBehavior`] : []),
    ...enableWhen.flatMap((when) => {
      const asked = byId.get(when.question);
      if (!asked) return [`${linkId}: depends on ${when.question}, which is not there`];
      if (asked.linkId === linkId) return [`${linkId}: depends on itself`];
      const { operator, answerBoolean, answerCoding } = when;
      if (operator === 'exists' && answerBoolean === undefined) {
        return [`${linkId}: exists, and no boolean`];
      }
      const isOption = (asked.answerOption ?? []).some(
        ({ valueCoding }) =>
          valueCoding?.code === answerCoding?.code && valueCoding?.system === answerCoding?.system,
      );
      return answerCoding && !isOption
        ? [`${linkId}: depends on ${answerCoding.code}, which is no option`]
        : [];
    }),
  ]);
  return [...twice, ...conditions];
}

function findInResponse(response: QuestionnaireResponse): string[] {
  const form = forms.get(response.questionnaire ?? '');
  if (!form) return [`${response.questionnaire}: no such form`];
  const items = new Map(flatten(form.item ?? []).map((item) => [item.linkId, item]));
  const answered = flatten(response.item ?? []);
  const answers = new Map(answered.map(({ linkId, answer = [] }) => [linkId, answer]));
  const shown = shownItems(form.item ?? [], answers);
  return [
    ...duplicates(answered.map(({ linkId }) => linkId)).map((id) => `${id}: there twice`),
    ...answered.flatMap(({ linkId, answer = [] }) => {
      const item = items.get(linkId);
      if (!item) return [`${linkId}: not in the form`];
      const faults = answer.flatMap(({ valueCoding }) =>
        valueCoding && !isOption(item, valueCoding) ? [`${linkId}: ${valueCoding.code}`] : [],
      );
      if (answer.length > 1 && !item.repeats) faults.push(`${linkId}: several answers`);
      if (answer.length > 0 && !shown.has(linkId)) faults.push(`${linkId}: not asked`);
      return faults;
    }),
  ];
}

type Answers = ReadonlyMap<string, NonNullable<QuestionnaireResponseItem['answer']>>;

function isOption(
  { answerOption = [] }: QuestionnaireItem,
  { system, code }: { system?: string; code?: string },
) {
  return answerOption.some(
    ({ valueCoding }) => valueCoding?.code === code && valueCoding?.system === system,
  );
}

/** The ids of the items that are shown; what is in a group that is not shown is not either. */
export function shownItems(items: readonly QuestionnaireItem[], answers: Answers): Set<string> {
  const shown = items.filter((item) => isEnabled(item, answers));
  return new Set(shown.flatMap(({ linkId, item = [] }) => [linkId, ...shownItems(item, answers)]));
}

/** As the specification has it: all of them, or any. */
function isEnabled(
  { enableWhen = [], enableBehavior }: QuestionnaireItem,
  answers: Answers,
): boolean {
  if (enableWhen.length === 0) return true;
  const holding = enableWhen.filter((when) => holds(when, answers.get(when.question) ?? []));
  return enableBehavior === 'all' ? holding.length === enableWhen.length : holding.length > 0;
}

function holds(
  { operator, answerBoolean, answerCoding, answerDecimal = 0 }: QuestionnaireItemEnableWhen,
  answer: NonNullable<QuestionnaireResponseItem['answer']>,
): boolean {
  const compare = (test: (value: number) => boolean) =>
    answer.some(({ valueDecimal }) => valueDecimal !== undefined && test(valueDecimal));
  switch (operator) {
    case 'exists':
      return answer.length > 0 === answerBoolean;
    case '=':
      return answer.some(({ valueCoding }) => valueCoding?.code === answerCoding?.code);
    case '!=':
      return !answer.some(({ valueCoding }) => valueCoding?.code === answerCoding?.code);
    case '<':
      return compare((value) => value < answerDecimal);
    case '<=':
      return compare((value) => value <= answerDecimal);
    case '>':
      return compare((value) => value > answerDecimal);
    case '>=':
      return compare((value) => value >= answerDecimal);
  }
}

export function flatten<Item extends { item?: Item[] }>(items: readonly Item[]): Item[] {
  return items.flatMap((item) => [item, ...flatten(item.item ?? [])]);
}

function duplicates(ids: readonly string[]): string[] {
  return ids.filter((id, place) => ids.indexOf(id) !== place);
}
