/** What `interoperability.json` names must exist. */
import type { KnowledgeBase } from './knowledge-base';
import type { Fault } from './knowledge-base-lint';

/** Every name in it that nothing in the knowledge base has. */
export function lintInteroperability(base: KnowledgeBase): Fault[] {
  const { interoperability, questions, findings } = base;
  const fields = new Set([...questions, ...findings].map(({ id }) => id));
  return Object.keys(interoperability.fields)
    .filter((id) => !fields.has(id))
    .map((id) => fault(`fields.${id}`, 'no such question or finding'));
}

function fault(field: string, message: string): Fault {
  return { file: 'interoperability.json', field, message };
}
