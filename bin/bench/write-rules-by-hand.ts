/** The rules as a person would write them by hand, in three shapes. */
import type { Rule } from '@/lib/triage/ruled';
import type { When } from '@/lib/triage/schema';
import { propertyOf, writeComparison } from './hand-written-comparison';

/**
 * How rules are written: each a function that returns as soon as it can; each an expression with
 * `allOf` and `anyOf`; or one function for each condition, with an expression for each rule.
 */
export const shapes = ['guards', 'expressions', 'chapters'] as const;
export type Shape = (typeof shapes)[number];

interface Written {
  readonly functions: string;
  readonly statements: string;
}

/** The functions that judge the rules of a stage, and the statements that call them. */
export function writeStage(
  rules: readonly Rule[],
  scores: ReadonlySet<string>,
  shape: Shape,
): Written {
  if (shape === 'chapters') return writeChapters(rules, scores);
  const functions = rules.map(({ id, when, place }) => {
    const body = shape === 'guards' ? writeGuards(when, scores) : writeExpression(when, scores);
    const statements = shape === 'guards' ? body : `  return ${body};`;
    return `// ${id}\nfunction rule${place}(f) {\n${statements}\n}`;
  });
  const statements = rules.map(({ place }) => `  t[${place}] = rule${place}(f);`);
  return { functions: functions.join('\n'), statements: statements.join('\n') };
}

/** One function for everything that belongs to a condition, a flag or an instrument. */
function writeChapters(rules: readonly Rule[], scores: ReadonlySet<string>): Written {
  const chapters = new Map<string, Rule[]>();
  for (const rule of rules) {
    const chapter = rule.id.startsWith('conditions/')
      ? rule.id.split('/', 2).join('/')
      : (rule.id.split('/', 1)[0] ?? '');
    chapters.set(chapter, [...(chapters.get(chapter) ?? []), rule]);
  }
  const named = [...chapters].map(([chapter, those]) => ({
    name: `judge${propertyOf(`-${chapter.replaceAll('/', '-')}`)}`,
    lines: those.map(({ when, place }) => `  t[${place}] = ${writeExpression(when, scores)};`),
  }));
  return {
    functions: named
      .map(({ name, lines }) => `function ${name}(f, t) {\n${lines.join('\n')}\n}`)
      .join('\n'),
    statements: named.map(({ name }) => `  ${name}(f, t);`).join('\n'),
  };
}

function writeExpression(when: When, scores: ReadonlySet<string>): string {
  if ('fact' in when) return writeComparison(when, scores.has(when.fact));
  const parts = 'all' in when ? when.all : when.any;
  const written = parts.map((part) => writeExpression(part, scores)).join(', ');
  return `${'all' in when ? 'allOf' : 'anyOf'}(${written})`;
}

/** Statements that return at the first part that settles it. */
function writeGuards(when: When, scores: ReadonlySet<string>): string {
  if ('fact' in when) return `  return ${writeComparison(when, scores.has(when.fact))};`;
  const parts = 'all' in when ? when.all : when.any;
  const settling = 'all' in when ? 'false' : 'true';
  const guards = parts.map(
    (part, at) =>
      `  const part${at} = ${writeExpression(part, scores)};\n  if (part${at} === ${settling}) return ${settling};`,
  );
  const open = parts.map((_, at) => `part${at} === 'open'`).join(' || ');
  const rest = 'all' in when ? "? 'open' : true" : "? 'open' : false";
  return [...guards, `  return ${open} ${rest};`].join('\n');
}
