import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { knowledgeBase } from '@/lib/knowledge/read-rules';
import { readVignettes } from '@/lib/knowledge/read-vignettes';
import type { Block, Document } from '@/lib/summary/document/document';
import { documentKinds } from '@/lib/summary/document/document-kind';
import { figuresShowing } from '@/lib/summary/leg-map/figures';
import { drawPdf } from '@/lib/summary/pdf/draw-pdf';
import { accent, urgencyColours } from '@/lib/summary/pdf/palette';
import { paperOfLanguage, paperSizes } from '@/lib/summary/pdf/paper';
import { draftVignettes } from '../draft-vignettes';
import { documentOf, reference, summaryOf } from '../papers';
import { findUaFaults } from '../pdf-ua/find-ua-faults';
import { type ReadPdf, readPdf } from '../read-pdf';

const base = knowledgeBase();
/** One of each level, and the longest. */
const vignettes = readVignettes();
const byLevel = base.dispositions.flatMap(
  ({ id }) => vignettes.find(({ expected }) => expected.urgency === id) ?? [],
);
const longest = vignettes.reduce((a, b) =>
  JSON.stringify(b.input.answers).length > JSON.stringify(a.input.answers).length ? b : a,
);
const drawn = [...byLevel, longest];

describe.each(drawn)('$name', ({ input, name }) => {
  const papers = name === longest.name ? paperSizes : paperSizes.slice(0, 1);
  describe.each(papers)('on %s', (paper) => {
    test.each(documentKinds)('the %s is whole, tagged and inside its margins', async (kind) => {
      const document = documentOf(kind, await summaryOf(input));
      const bytes = await drawPdf(document, paper);
      const pdf = readPdf(bytes);
      expect(pdf.title).toBe(document.title);
      const { blocks, faults } = readDrawn(pdf, document);
      expect(pdf.bookmarks).toEqual(headingsOf(blocks));
      expect([...findUaFaults(bytes), ...faults]).toEqual([]);
      expect(findOutside(pdf)).toEqual([]);
    });
  });
});

test.each(draftVignettes())(
  '$name: the patient’s sheet is at most two pages',
  async ({ input }) => {
    const document = documentOf('patient-sheet', await summaryOf(input));
    for (const paper of paperSizes) {
      expect(readPdf(await drawPdf(document, paper)).pages.length).toBeLessThanOrEqual(2);
    }
  },
);

test.each(paperSizes)(
  'what nobody has signed says so on every page, once aloud, on %s',
  async (paper) => {
    const summary = await summaryOf(longest.input);
    const bytes = await drawPdf(documentOf('summary', summary, {}, { isUnsigned: true }), paper);
    const pdf = readPdf(bytes);
    expect(pdf.pages.length).toBeGreaterThan(2);
    for (const { text } of pdf.pages) {
      expect(text.split('UNSIGNED-notcheckedbyaclinician')).toHaveLength(2);
    }
    expect(pdf.pages[0]?.text.startsWith('UNSIGNED')).toBe(true);
    expect(findUaFaults(bytes)).toEqual([]);
    expect(findOutside(pdf)).toEqual([]);
    const signed = readPdf(await drawPdf(documentOf('summary', summary), paper));
    expect(signed.pages.every(({ text }) => !text.includes('UNSIGNED'))).toBe(true);
    // The mark takes its part of the first page, and the page is still one.
    expect(pdf.pages[1]?.text.startsWith('Detail')).toBe(true);
  },
);

test('names of any length, and letters of three alphabets, break nothing', async () => {
  const summary = await summaryOf(longest.input);
  const long = 'Donaudampfschifffahrtsgesellschaftskapitän'.repeat(4);
  const letterhead = {
    clinic: long,
    patient: 'Żółć Ελένη Наталья',
    address: 'First line\nSecond line',
  };
  const document = documentOf('referral-letter', summary, letterhead);
  const conditions = summary.conditions.map((condition) => ({
    ...condition,
    name: long.repeat(2),
  }));
  const crowded = documentOf('summary', { ...summary, conditions });
  for (const made of [document, crowded]) {
    const bytes = await drawPdf(made, 'letter');
    const pdf = readPdf(bytes);
    expect([...readDrawn(pdf, made).faults, ...findOutside(pdf)]).toEqual([]);
    expect(findUaFaults(bytes)).toEqual([]);
  }
});

test('every condition of the knowledge base can stand in one summary', async () => {
  const summary = await summaryOf(longest.input);
  const [first] = summary.conditions;
  if (!first) throw new Error('no condition');
  const conditions = base.conditions.map(({ id, name }) => ({
    ...first,
    id,
    name: name.clinician.en,
  }));
  const document = documentOf('summary', { ...summary, conditions });
  const pdf = readPdf(await drawPdf(document, 'a4'));
  expect(readDrawn(pdf, document).faults).toEqual([]);
});

test('a letter without letterhead has lines to write on, with one it has none for what is known', async () => {
  const summary = await summaryOf(longest.input);
  const blanks = (letterhead: object) =>
    documentOf('referral-letter', summary, letterhead).sections[0]?.drafts[0]?.blocks.filter(
      ({ kind }) => kind === 'blank',
    ).length;
  const filled = { clinic: 'C', address: 'A', phone: '1', patient: 'P', dateOfBirth: 'D' };
  expect(blanks({})).toBe(6);
  expect(blanks(filled)).toBe(1);
});

test('a summary stored before it had levels and replay loses nothing but their words', async () => {
  const unanswered = await summaryOf({ audience: 'patient', answers: { age: 40 } });
  const summary = { ...unanswered, levels: [], replay: null };
  for (const kind of documentKinds) {
    const document = documentOf(kind, summary);
    expect(readDrawn(readPdf(await drawPdf(document, 'a4')), document).faults).toEqual([]);
  }
  const letter = JSON.stringify(documentOf('referral-letter', summary));
  const open = summary.redFlags.notExcluded.filter(({ needsExamination }) => !needsExamination);
  expect(open.length).toBeGreaterThan(0);
  expect(open.filter(({ text }) => !letter.includes(JSON.stringify(text).slice(1, -1)))).toEqual(
    [],
  );
});

test('the colours of the levels are those of the screen by day', () => {
  const tokens = readFileSync('app/globals.css', 'utf8');
  for (const [urgency, colour] of Object.entries({ ...urgencyColours, accent })) {
    const token = urgency === 'accent' ? '--color-accent' : `--color-urgency-${urgency}`;
    expect(tokens).toContain(`${token}: light-dark(${colour},`);
  }
});

test('the same answers and clock give the same bytes', async () => {
  const document = documentOf('summary', await summaryOf(longest.input));
  expect(await drawPdf(document, 'a4')).toEqual(await drawPdf(document, 'a4'));
});

test('says by which knowledge base it was made, on every page and in its properties', async () => {
  const document = documentOf('summary', await summaryOf(longest.input));
  const pdf = readPdf(await drawPdf(document, 'a4'));
  expect(pdf.keywords).toContain(base.hash);
  expect(pdf.keywords).toContain(base.version);
  const count = pdf.pages.length;
  for (const [place, { text }] of pdf.pages.entries()) {
    expect(text).toContain(base.hash.slice(0, 12));
    expect(text).toContain(reference);
    expect(text).toContain(`Page${place + 1}of${count}`);
  }
});

function headingsOf(blocks: readonly Block[]): string[] {
  return flatten(blocks).flatMap((block) =>
    block.kind === 'heading' && block.level < 3 ? [block.text] : [],
  );
}

/** Which draft of each section was drawn, and what of the file is not as it says. */
function readDrawn(pdf: ReadPdf, { sections, footer }: Document) {
  return sections
    .reduce<Block[][]>(
      (chosen, { drafts }) =>
        chosen.flatMap((before) => drafts.map(({ blocks }) => [...before, ...blocks])),
      [[]],
    )
    .map((blocks) => ({ blocks, faults: findTextFaults(pdf, blocks, footer) }))
    .reduce((a, b) => (b.faults.length < a.faults.length ? b : a));
}

/** Where the text of the file is not that of the blocks, in their order, with heads and feet. */
function findTextFaults(
  pdf: ReadPdf,
  blocks: readonly Block[],
  footer: Document['footer'],
): string[] {
  const faults: string[] = [];
  const foot = squeeze(footer.text);
  let text = '';
  for (const [place, page] of pdf.pages.entries()) {
    const onPage = [foot, squeeze(footer.pageOf(place + 1, pdf.pages.length))];
    faults.push(
      ...onPage.filter((text) => !page.text.includes(text)).map((missing) => `no foot: ${missing}`),
    );
    text += onPage.reduce((rest, text) => rest.replace(text, ''), page.text);
  }
  const between: string[] = [];
  for (const piece of blocks.flatMap(textsOf)) {
    const from = text.indexOf(squeeze(piece));
    if (from < 0) {
      faults.push(`not there: ${piece}`);
      continue;
    }
    between.push(text.slice(0, from));
    text = text.slice(from + squeeze(piece).length);
  }
  const heads = blocks.flatMap((block) =>
    block.kind === 'table' ? [squeeze(block.columns.map(({ title }) => title).join(''))] : [],
  );
  const allowed = ['', '•', ...heads];
  return [...faults, ...[...between, text].filter((rest) => !allowed.includes(rest))];
}

/** The pages of which something stands outside the margins. */
function findOutside({ pages }: ReadPdf): string[] {
  const marginPt = (15 * 72) / 25.4;
  return pages.flatMap(({ widthPt, heightPt, reach }, place) =>
    reach.x > widthPt - marginPt + 1 || reach.y > heightPt - marginPt + 1
      ? [`page ${place + 1}`]
      : [],
  );
}

function flatten(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block) =>
    block.kind === 'columns' ? block.columns.flatMap((column) => flatten(column.blocks)) : [block],
  );
}

/** What is printed of a block, piece by piece in reading order. */
function textsOf(block: Block): string[] {
  const join = (runs: readonly { text: string }[]) => runs.map(({ text }) => text).join('');
  switch (block.kind) {
    case 'heading':
      return [block.text];
    case 'paragraph':
      return [join(block.runs)];
    case 'list':
      return block.items.flatMap(({ runs, notes = [] }, place) => [
        ...(block.isNumbered ? [String(place + 1)] : []),
        join(runs),
        ...notes.map(join),
      ]);
    case 'table':
      return [
        ...block.columns.map(({ title }) => title),
        ...block.rows.flatMap(({ cells }) => cells),
      ];
    case 'columns':
      return block.columns.flatMap(({ blocks }) => blocks.flatMap(textsOf));
    case 'urgency':
      return [block.name, ...block.lines.map(join)];
    case 'leg-map':
      return figuresShowing(block.marked).map(({ id }) => block.captions[id]);
    case 'qr':
      return block.lines.map(join);
    case 'blank':
      return [`${block.label}:`];
    case 'cut':
      return [block.label];
  }
}

function squeeze(text: string): string {
  return text.replaceAll(/\s/g, '');
}

test.each([
  ['en-US', 'letter'],
  ['es-MX', 'letter'],
  ['en-US@posix', 'letter'],
  ['en-GB', 'a4'],
  ['zh-Hant-TW', 'a4'],
  ['de', 'a4'],
])('the paper of %s is %s', (language, paper) => {
  expect(paperOfLanguage(language)).toBe(paper);
});
