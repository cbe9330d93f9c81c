/** What `interoperability.json` names must exist. */
import type { KnowledgeBase } from './knowledge-base';
import type { Fault } from './knowledge-base-lint';

/** The longest summary of a card that a client has to show (CDS Hooks: "< 140 characters"). */
const summaryLengthMax = 139;

/** Every name in it that nothing in the knowledge base has, and every sentence too long for a card. */
export function lintInteroperability(base: KnowledgeBase): Fault[] {
  const { interoperability, questions, findings, conditions } = base;
  const fields = new Map([...questions, ...findings].map((field) => [field.id, field]));
  const known = new Set(conditions.map(({ id }) => id));
  const codesOf = new Map(conditions.map(({ id, codes }) => [id, codes.icd10cm ?? []]));
  const { cards, orders, record, sides } = interoperability;
  return [
    ...Object.keys(interoperability.fields)
      .filter((id) => !fields.has(id))
      .map((id) => fault(`fields.${id}`, 'no such question or finding')),
    ...record.flatMap(({ field, option }, place) => {
      const { type, options = [] } = fields.get(field) ?? {};
      if (type !== 'multiple') return [fault(`record.${place}.field`, 'no such multiple choice')];
      return options.some(({ value }) => value === option)
        ? []
        : [fault(`record.${place}.option`, `${field} has no option ${option}`)];
    }),
    ...orders.flatMap(({ id, caution }) =>
      (caution?.conditions ?? [])
        .filter((condition) => !known.has(condition))
        .map((condition) => fault(`orders.${id}.caution.conditions`, `no condition ${condition}`)),
    ),
    ...Object.entries(sides).flatMap(([condition, codes]) =>
      Object.entries(codes)
        .filter(([, code]) => !codesOf.get(condition)?.includes(code))
        .map(([side, code]) =>
          fault(`sides.${condition}.${side}`, `${code} is no code of the condition`),
        ),
    ),
    ...orders.flatMap(({ id, name, caution }) =>
      `${name.en}: ${caution?.text.en ?? ''}`.length > summaryLengthMax
        ? [fault(`orders.${id}.caution.text`, `longer than ${summaryLengthMax} with the name`)]
        : [],
    ),
    ...[cards.notAssessed, cards.tooOld, cards.unreadable].flatMap((text) =>
      Object.values(text)
        .filter((words) => words.length > summaryLengthMax)
        .map((words) => fault('cards', `longer than ${summaryLengthMax} characters: ${words}`)),
    ),
  ];
}

function fault(field: string, message: string): Fault {
  return { file: 'interoperability.json', field, message };
}
