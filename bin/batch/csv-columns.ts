/** What the columns of a CSV mean: `id`, `audience`, and one for each question or finding. */
import type { Finding, KnowledgeBase, Question } from '@/lib/triage/knowledge-base';

/** What stands in one column. */
export interface Field {
  readonly id: string;
  readonly type: 'text' | Question['type'];
}

export type Columns =
  | { readonly ok: true; readonly columns: readonly Field[] }
  | { readonly ok: false; readonly message: string };

/** The columns that a header names, or everything that is wrong with them in one sentence. */
export function columnsOf(base: KnowledgeBase, header: readonly string[]): Columns {
  const fields = new Map<string, Field>([
    ['id', { id: 'id', type: 'text' }],
    ['audience', { id: 'audience', type: 'text' }],
    ...[...base.questions, ...base.findings].map((field) => [field.id, fieldOf(field)] as const),
  ]);
  const names = header.map((name) => name.trim());
  const columns = names.flatMap((name) => fields.get(name) ?? []);
  const unnamed = names.flatMap((name, place) => (name ? [] : [`column ${place + 1}`]));
  const unknown = names.filter((name) => name && !fields.has(name));
  const twice = names.filter((name, place) => name && names.indexOf(name) < place);
  const faults = [
    ...(unnamed.length > 0 ? [`${unnamed.join(', ')} has no name`] : []),
    ...(unknown.length > 0 ? [`no question or finding is called ${unknown.join(', ')}`] : []),
    ...(twice.length > 0 ? [`${[...new Set(twice)].join(', ')} stands there twice`] : []),
  ];
  if (faults.length > 0) return { ok: false, message: faults.join('; ') };
  return { ok: true, columns };
}

function fieldOf({ id, type }: Question | Finding): Field {
  return { id, type };
}

/**
 * One row as `validateInput` wants it. An empty cell is unknown; what is no number stays text, and
 * is refused there.
 */
export function toInput(cells: readonly string[], columns: readonly Field[]): unknown {
  const answers: Record<string, unknown> = {};
  const input: Record<string, unknown> = { answers };
  for (let place = 0; place < columns.length; place += 1) {
    const column = columns[place];
    const cell = cells[place]?.trim() ?? '';
    if (!column || cell === '') continue;
    if (column.type === 'text') input[column.id] = cell;
    else answers[column.id] = readCell(column.type, cell);
  }
  return input;
}

const decimal = /^[+-]?\d+(?:\.\d+)?$/;

function readCell(type: Question['type'], cell: string): unknown {
  switch (type) {
    case 'single':
      return cell;
    case 'multiple':
      return cell
        .split(/[;|]/)
        .map((value) => value.trim())
        .filter(Boolean);
    case 'number':
      return decimal.test(cell) ? Number(cell) : cell;
  }
}
