/**
 * The rules of the knowledge base as a person would write them by hand: plain conditions over plain
 * facts, with the three stages of an evaluation. Generated, because nobody would write 550 of them
 * for a benchmark; in three shapes, of which the fastest one competes.
 */
import { isQuestion } from '@/lib/triage/facts';
import { comparisonsOf } from '@/lib/triage/knowledge-base';
import type { RuleBook } from '@/lib/triage/rule-book';
import type { RuledInstrument } from '@/lib/triage/ruled';
import { propertyOf, rangeComparisons } from './hand-written-comparison';
import { type Shape, writeStage } from './write-rules-by-hand';

/** A module that exports `judge(audience, answers)`: the truth of every rule, by its place. */
export function writeByHand(book: RuleBook, shape: Shape): string {
  const scores = new Set(book.instruments.map(({ instrument: { id } }) => id));
  const asks = [...book.asks.values()];
  const stages = [
    asks,
    book.rules.slice(asks.length, book.decisionsFrom),
    book.rules.slice(book.decisionsFrom),
  ].map((rules) => writeStage(rules, scores, shape));
  return [
    '// Written by `npm run bench`.',
    rangeComparisons,
    combining,
    writeBlank('blankOfPatient', book, true),
    writeBlank('blankOfClinician', book, false),
    writeFields(book),
    ...stages.map(({ functions }) => functions),
    `export function judge(audience, answers) {
  const f = audience === 'clinician' ? { ...blankOfClinician } : { ...blankOfPatient };
  for (const id in answers) {
    const field = fields[id];
    if (field !== undefined && !isUnknown(field.unknown, answers[id])) f[field.name] = answers[id];
  }
  const t = new Array(${book.rules.length});
${stages[0]?.statements}
${writeLeavingOut(book)}
${stages[1]?.statements}
${book.instruments.map(writeScore).join('\n')}
${stages[2]?.statements}
  return t;
}`,
  ].join('\n\n');
}

const combining = `function allOf(...truths) {
  let open = false;
  for (const truth of truths) {
    if (truth === false) return false;
    if (truth === 'open') open = true;
  }
  return open ? 'open' : true;
}
function anyOf(...truths) {
  let open = false;
  for (const truth of truths) {
    if (truth === true) return true;
    if (truth === 'open') open = true;
  }
  return open && 'open';
}
function isUnknown(options, answer) {
  if (options === null) return false;
  return typeof answer === 'object' ? answer.some((one) => options.includes(one)) : options.includes(answer);
}`;

/** Every fact unknown; what nobody examines is not applicable from the start. */
function writeBlank(name: string, book: RuleBook, isPatient: boolean): string {
  const early = new Set(factsAsked(book));
  const values = [...book.fields.values()].map((field) => {
    const isLeftOut = isPatient && !isQuestion(field) && !early.has(field.id);
    return `  ${propertyOf(field.id)}: ${isLeftOut ? 'null' : 'undefined'},`;
  });
  const scores = book.instruments.map(
    ({ instrument: { id } }) => `  ${propertyOf(id)}: undefined,`,
  );
  return `const ${name} = {\n${[...values, ...scores].join('\n')}\n};`;
}

/** What the rules on asking read, as it was given. */
function factsAsked(book: RuleBook): string[] {
  return [...book.asks.values()].flatMap(({ when }) => comparisonsOf(when).map(({ fact }) => fact));
}

function writeFields(book: RuleBook): string {
  const lines = [...book.fields.values()].map(({ id, options = [] }) => {
    const unknown = options.filter((option) => option.unknown).map(({ value }) => value);
    const listed = unknown.length > 0 ? JSON.stringify(unknown) : 'null';
    return `  '${id}': { name: '${propertyOf(id)}', unknown: ${listed} },`;
  });
  return `const fields = {\n${lines.join('\n')}\n};`;
}

function writeLeavingOut(book: RuleBook): string {
  const asked = [...book.asks].map(([field, { place }]) => {
    const fact = `f.${propertyOf(field)}`;
    return `  if (t[${place}] === false && ${fact} === undefined) ${fact} = null;`;
  });
  const early = new Set(factsAsked(book));
  const examined = [...book.fields.values()]
    .filter((field) => early.has(field.id) && !isQuestion(field))
    .map(({ id }) => {
      const fact = `f.${propertyOf(id)}`;
      return `  if (audience === 'patient' && ${fact} === undefined) ${fact} = null;`;
    });
  return [...asked, ...examined].join('\n');
}

function writeScore({ instrument, applies, items }: RuledInstrument): string {
  const score = `f.${propertyOf(instrument.id)}`;
  const applying = applies ? `t[${applies.place}]` : 'true';
  const { measure, examination } = instrument;
  const isNotMet = `${applying} === false`;
  const isLeftOut = examination ? `audience === 'patient' || ${isNotMet}` : isNotMet;
  const lines =
    measure === undefined
      ? items.map(({ rule, points }) => {
          const [sure, maybe] = points < 0 ? ['max', 'min'] : ['min', 'max'];
          return `    if (t[${rule.place}] !== false) { ${maybe} += ${points}; if (t[${rule.place}] === true) ${sure} += ${points}; }`;
        })
      : [`    const measured = f.${propertyOf(measure)};`];
  const range =
    measure === undefined
      ? `    ${score} = { min, max };`
      : `    if (measured !== undefined && measured !== null) ${score} = { min: measured, max: measured };`;
  return [
    `  if (${isLeftOut}) ${score} = null;`,
    `  else if (${applying} === true) {`,
    ...(measure === undefined ? ['    let min = 0;', '    let max = 0;'] : []),
    ...lines,
    range,
    '  }',
  ].join('\n');
}
