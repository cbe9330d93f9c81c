/** What a batch has come to: as JSON beside the output, and as a table on the terminal. */
import { urgencyLevels } from '@/lib/triage/schema';
import type { Counts } from './counts';
import type { Progress } from './progress-file';

export interface Summary extends Counts {
  readonly input: string;
  /** SHA-256 over the content of `rules/`, in hex. */
  readonly knowledgeBase: string;
  /** The clock, in ISO 8601. */
  readonly assessedAt: string;
  readonly seconds: number;
  readonly rowsPerSecond: number;
}

/** The urgencies from the most urgent on, the rest by how often it was. */
export function summarize({ run, counts, seconds }: Progress): Summary {
  const all = counts.rows + counts.rowsWithErrors;
  return {
    input: run.input.path,
    knowledgeBase: run.knowledgeBase,
    assessedAt: run.at,
    ...counts,
    seconds: Math.round(seconds * 10) / 10,
    rowsPerSecond: seconds > 0 ? Math.round(all / seconds) : 0,
    urgency: Object.fromEntries(urgencyLevels.map((level) => [level, counts.urgency[level] ?? 0])),
    redFlags: mostFrequentFirst(counts.redFlags),
    firstCondition: mostFrequentFirst(counts.firstCondition),
  };
}

function mostFrequentFirst(counts: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(counts).sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1)),
  );
}

/** How many of the red flags and conditions the terminal shows. */
const shownMax = 10;

/** The same for a person: some lines of text, with a bar for each count. */
export function describeSummary(summary: Summary, errorsFile: string): string {
  const { rows, rowsWithErrors, errors, seconds, rowsPerSecond } = summary;
  const { rowsOnEngine, rowsRechecked, urgency, redFlags, firstCondition } = summary;
  const all = rows + rowsWithErrors;
  const bad = errors === 0 ? 'no errors' : `errors: ${count(errors)}, in ${errorsFile}`;
  return [
    `assessed: ${count(rows)} of ${count(all)} rows, in ${seconds} s, ${count(rowsPerSecond)} a second`,
    bad,
    `json-rules-engine agrees: whole rows ${count(rowsOnEngine)}, emergencies on every rule ${count(rowsRechecked)}`,
    ...chart('urgency', urgency, rows, Number.POSITIVE_INFINITY),
    ...chart('red flags present', redFlags, rows, shownMax),
    ...chart('first condition', firstCondition, rows, shownMax),
  ].join('\n');
}

const barWidth = 30;

function chart(
  title: string,
  counts: Readonly<Record<string, number>>,
  rows: number,
  max: number,
): string[] {
  const entries = Object.entries(counts);
  const shown = entries.slice(0, max);
  if (shown.length === 0) return [];
  const width = Math.max(...shown.map(([id]) => id.length));
  const lines = shown.map(([id, number]) => {
    const share = rows > 0 ? number / rows : 0;
    const percent = `${(share * 100).toFixed(1)} %`.padStart(8);
    const bar = '█'.repeat(Math.max(Math.round(share * barWidth), number > 0 ? 1 : 0));
    return `  ${id.padEnd(width)} ${count(number).padStart(11)} ${percent} ${bar}`.trimEnd();
  });
  const more = entries.length - shown.length;
  return ['', title, ...lines, ...(more > 0 ? [`  and ${more} more`] : [])];
}

const numbers = new Intl.NumberFormat('en');

function count(number: number): string {
  return numbers.format(number);
}
