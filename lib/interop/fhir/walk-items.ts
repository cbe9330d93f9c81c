/** The items of a response -> answers by question, each with its place. */
import { type Audience, fieldsFor } from '../../triage/answers';
import type { KnowledgeBase } from '../../triage/knowledge-base';
import { groupsAround } from './enable-when';
import type { FhirFault } from './fault';
import { readAnswers } from './read-answers';
import type { ResponseItem } from './response-schema';

interface Walk {
  readonly answers: Readonly<Record<string, unknown>>;
  readonly unsure: readonly string[];
  /** Where each answer stands. */
  readonly places: ReadonlyMap<string, string>;
  readonly faults: readonly FhirFault[];
}

/** However they are grouped; a question may stand there once. */
export function walkItems(
  base: KnowledgeBase,
  audience: Audience,
  items: readonly ResponseItem[],
  at: string,
): Walk {
  const fields = new Map(fieldsFor(base, audience).map((field) => [field.id, field]));
  const blocks = [...base.questionnaire, ...base.examination].map(({ id }) => `${id}-block`);
  const groups = new Set([
    ...blocks,
    ...[...fields.values()].flatMap((field) => [`${field.id}-help`, ...groupsAround(field)]),
  ]);
  const answers: Record<string, unknown> = {};
  const unsure: string[] = [];
  const places = new Map<string, string>();
  const faults: FhirFault[] = [];

  function walk(list: readonly ResponseItem[], parent: string): void {
    for (const [index, item] of list.entries()) {
      const place = `${parent}.item[${index}]`;
      const report = (code: FhirFault['code'], message: string, below = '') =>
        faults.push({ expression: place + below, code, message });
      const { linkId, answer = [] } = item;
      const field = fields.get(linkId);
      if (field && places.has(linkId)) {
        report('structure', `${linkId} stands there twice`, '.linkId');
      } else if (field) {
        places.set(linkId, place);
        const read = readAnswers(base, field, item);
        for (const fault of read.faults) report(fault.code, fault.message, fault.expression);
        if (read.isUnsure) unsure.push(linkId);
        if (read.value !== undefined) answers[linkId] = read.value;
      } else if (!groups.has(linkId)) {
        report('not-supported', 'no such question', '.linkId');
      } else if (answer.length > 0) {
        report('structure', `${linkId} is no question`, '.answer');
      }
      walk(item.item ?? [], place);
      for (const [number, one] of answer.entries()) {
        walk(one.item ?? [], `${place}.answer[${number}]`);
      }
    }
  }
  walk(items, at);
  return { answers, unsure, places, faults };
}
