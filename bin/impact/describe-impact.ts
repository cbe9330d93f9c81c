/** What a change of the knowledge base does, in a line of text for each case. */
import { type Impact, type ImpactKind, impactKinds, type Outcome } from './compare-case';

/** How many cases there are of each kind, and how many in all. */
export type ImpactCounts = Readonly<Record<ImpactKind | 'unchanged' | 'cases', number>>;

export function countImpacts(impacts: readonly Impact[], cases: number): ImpactCounts {
  const of = (kind: ImpactKind) => impacts.filter((impact) => impact.kind === kind).length;
  return {
    'less-urgent': of('less-urgent'),
    'more-urgent': of('more-urgent'),
    'first-condition': of('first-condition'),
    'no-longer-valid': of('no-longer-valid'),
    'newly-valid': of('newly-valid'),
    'never-valid': of('never-valid'),
    unchanged: cases - impacts.length,
    cases,
  };
}

/** The most dangerous first; of each kind in the order of the cases. */
export function sortImpacts(impacts: readonly Impact[]): Impact[] {
  return [...impacts].sort((a, b) => impactKinds.indexOf(a.kind) - impactKinds.indexOf(b.kind));
}

const titles: Readonly<Record<ImpactKind, string>> = {
  'less-urgent': 'Less urgent than before',
  'more-urgent': 'More urgent than before',
  'first-condition': 'As urgent as before, another condition first',
  'no-longer-valid': 'Valid before, and not now',
  'newly-valid': 'Valid now, and not before',
  'never-valid': 'Valid neither before nor now',
};

/** A table for each kind of impact, then the counts. */
export function describeImpacts(impacts: readonly Impact[], counts: ImpactCounts): string {
  const tables = impactKinds.flatMap((kind) => {
    const own = impacts.filter((impact) => impact.kind === kind);
    if (own.length === 0) return [];
    const lines = own.map((impact) => [impact.name, outcomeChange(impact), causes(impact)]);
    return [`${titles[kind]} (${own.length})`, ...alignColumns(lines), ''];
  });
  const changed = impactKinds.map((kind) => `${counts[kind]} ${kind}`).join(', ');
  return [...tables, `${counts.cases} cases: ${changed}, ${counts.unchanged} unchanged`].join('\n');
}

function outcomeChange({ kind, before, now }: Impact): string {
  const of = (outcome: Outcome | null) =>
    outcome === null ? 'not valid' : `${outcome.urgency}, ${outcome.firstCondition}`;
  const deadline = (outcome: Outcome | null) =>
    `${outcome?.urgency}, ${outcome?.withinHours ?? 'no'} h`;
  switch (kind) {
    case 'less-urgent':
    case 'more-urgent':
      if (before?.urgency === now?.urgency) return `${deadline(before)} -> ${deadline(now)}`;
      if (before?.firstCondition !== now?.firstCondition) return `${of(before)} -> ${of(now)}`;
      return `${before?.urgency} -> ${now?.urgency}`;
    case 'first-condition':
      return `${before?.firstCondition} -> ${now?.firstCondition}`;
    default:
      return `${of(before)} -> ${of(now)}`;
  }
}

function causes({ rules, faults }: Impact): string {
  const changes = rules.map(({ rule, before, now }) => {
    if (now === null) return `- ${rule} (${before})`;
    if (before === null) return `+ ${rule} (${now})`;
    return `${rule} (${before} -> ${now})`;
  });
  return [...changes, ...faults.map(({ field, message }) => `${field}: ${message}`)].join('  ');
}

function alignColumns(lines: readonly (readonly string[])[]): string[] {
  const widths = [0, 1].map((column) =>
    Math.max(...lines.map((cells) => cells[column]?.length ?? 0)),
  );
  return lines.map((cells) =>
    `  ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd(),
  );
}
