import type { Run } from '../document/document';

export interface Line {
  /** Neighbours differ in tone. */
  readonly runs: readonly Run[];
  /** Within a word, which goes on in the next. */
  readonly isCut?: boolean;
}

/** The width of a text in points. */
export type Measure = (run: Run) => number;

/** Breaks text at its spaces, and within a word only where the word alone is too wide. */
export function breakLines(runs: readonly Run[], widthPt: number, measure: Measure): Line[] {
  const lines: Line[] = [];
  let current: readonly Run[] = [];
  const widthOf = (line: readonly Run[]) => line.reduce((sum, run) => sum + measure(run), 0);
  for (const word of splitWords(runs)) {
    const longer =
      current.length === 0 ? word : append(append(current, [spaceAfter(current)]), word);
    if (widthOf(longer) <= widthPt) {
      current = longer;
      continue;
    }
    if (current.length > 0) lines.push({ runs: current });
    const parts = cutWord(word, widthPt, widthOf);
    lines.push(...parts.slice(0, -1).map((part) => ({ runs: part, isCut: true })));
    current = parts.at(-1) ?? [];
  }
  if (current.length > 0) lines.push({ runs: current });
  return lines;
}

/** What stands between spaces, though its letters may change their tone. */
function splitWords(runs: readonly Run[]): Run[][] {
  const words: Run[][] = [[]];
  for (const { text, tone } of runs) {
    for (const [place, part] of text.split(/[ \n\t]+/).entries()) {
      if (place > 0) words.push([]);
      if (part !== '') words.at(-1)?.push({ text: part, tone });
    }
  }
  return words.filter((word) => word.length > 0);
}

function cutWord(
  word: readonly Run[],
  widthPt: number,
  widthOf: (line: readonly Run[]) => number,
): (readonly Run[])[] {
  if (widthOf(word) <= widthPt) return [word];
  const parts: (readonly Run[])[] = [];
  let current: readonly Run[] = [];
  for (const { text, tone } of word) {
    for (const letter of text) {
      const longer = append(current, [{ text: letter, tone }]);
      if (current.length > 0 && widthOf(longer) > widthPt) {
        parts.push(current);
        current = [{ text: letter, tone }];
      } else current = longer;
    }
  }
  return [...parts, current];
}

function spaceAfter(line: readonly Run[]): Run {
  return { text: ' ', tone: line.at(-1)?.tone ?? 'plain' };
}

function append(line: readonly Run[], word: readonly Run[]): readonly Run[] {
  const longer = [...line];
  for (const run of word) {
    const last = longer.at(-1);
    if (last?.tone === run.tone) longer[longer.length - 1] = { ...run, text: last.text + run.text };
    else longer.push(run);
  }
  return longer;
}
