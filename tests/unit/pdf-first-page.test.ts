/** The provider's page stays one page, legible, with all that must never be left out. */
import { describe, expect, test } from 'vitest';
import { knowledgeBase } from '@/lib/knowledge/read-rules';
import { readVignettes } from '@/lib/knowledge/read-vignettes';
import { deadlineWords } from '@/lib/summary/document/ask-blocks';
import { sizePtMin } from '@/lib/summary/document/document';
import { drawPdf } from '@/lib/summary/pdf/draw-pdf';
import { paperSizes } from '@/lib/summary/pdf/paper';
import type { SignedConclusion, Summary } from '@/lib/summary/summary';
import { urgencyLevels } from '@/lib/triage/schema';
import { draftVignettes } from '../draft-vignettes';
import { documentOf, summaryOf, words } from '../papers';
import { readPdf } from '../read-pdf';

const base = knowledgeBase();
const vignettes = readVignettes();

/** Much is asked, much is present or little is excluded: the fullest of all. */
const fullest = [
  'achilles-rupture/fell-off-step-ankle-and-tendon',
  'cauda-equina-syndrome/both-legs-and-cannot-pass-urine',
  'cauda-equina-syndrome/pregnant-in-a-wheelchair-cannot-feel-herself-pee',
  'cellulitis/care-home-red-leg-few-answers',
  'deep-vein-thrombosis/blue-swollen-leg-within-hours',
  'rhabdomyolysis/fifteen-hours-on-the-kitchen-floor',
  'septic-arthritis/feverish-limping-boy',
];

function vignette(name: string) {
  const found = vignettes.find((one) => one.name === name);
  if (!found) throw new Error(`no vignette ${name}`);
  return found;
}

/** No vignette asks for more. */
const testsMax = 16;

/** What a first page has to say, whatever else it leaves out. */
function neverLeftOut(summary: Summary): string[] {
  const { headline, ask, redFlags } = summary;
  return [
    headline.name,
    ...ask.tests.slice(0, testsMax),
    deadlineWords(summary, words) ?? '',
    ask.to,
    ...[...redFlags.present, ...redFlags.notExcluded].map(({ text }) => text),
  ];
}

/** On which paper the first page spills, leaves out what counts or cannot be read. */
async function findFaults(summary: Summary, letterhead = {}): Promise<string[]> {
  const { sections, ...document } = documentOf('summary', summary, letterhead);
  const drawn = paperSizes.map(async (paper) => {
    const { pages } = readPdf(
      await drawPdf({ ...document, sections: sections.slice(0, 1) }, paper),
    );
    const [page] = pages;
    const left = neverLeftOut(summary).filter((said) => !page?.text.includes(squeeze(said)));
    return [
      ...(pages.length === 1 ? [] : [`${paper}: ${pages.length} pages`]),
      ...left.map((said) => `${paper}: does not say ${said}`),
      ...((page?.sizeMinPt ?? 0) < sizePtMin - 0.01 ? [`${paper}: ${page?.sizeMinPt} pt`] : []),
    ];
  });
  return (await Promise.all(drawn)).flat();
}

function squeeze(text: string): string {
  return text.replaceAll(/\s/g, '');
}

const sample = vignettes.filter((_, place) => place % 40 === 0);

test.each([...draftVignettes(), ...sample, ...fullest.map(vignette)])(
  '$name: one page that leaves out nothing that counts',
  async ({ input }) => {
    expect(await findFaults(await summaryOf(input))).toEqual([]);
  },
);

describe('what nobody would write', () => {
  const long = 'Donaudampfschifffahrtsgesellschaftskapitän '.repeat(4);
  const letterhead = { patient: long, dateOfBirth: long };
  const everyFlag = base.redFlags
    .map(({ id, name, urgency }) => ({ id, text: name.clinician.en, urgency }))
    .sort((a, b) => urgencyLevels.indexOf(a.urgency) - urgencyLevels.indexOf(b.urgency));
  const everyCondition = ({ conditions: [first] }: Summary) => {
    if (!first) throw new Error('no condition');
    return base.conditions.map(({ id, name }) => ({ ...first, id, name: name.clinician.en }));
  };

  test('every condition, every red flag present, and long names', async () => {
    const summary = await summaryOf(vignette(fullest[0] ?? '').input);
    const present = everyFlag.map((flag) => ({ ...flag, action: long, because: [long, long] }));
    const crowded = {
      ...summary,
      conditions: everyCondition(summary),
      redFlags: { present, notExcluded: [], excluded: [] },
    };
    expect(await findFaults(crowded, letterhead)).toEqual([]);
  });

  test('every condition, no red flag excluded, and long names', async () => {
    const summary = await summaryOf(vignette(fullest[0] ?? '').input);
    const notExcluded = everyFlag.map((flag, place) => ({
      ...flag,
      settledBy: [long],
      needsExamination: place % 2 === 0,
    }));
    const crowded = {
      ...summary,
      conditions: everyCondition(summary),
      redFlags: { present: [], notExcluded, excluded: [] },
    };
    expect(await findFaults(crowded, letterhead)).toEqual([]);
  });

  test('a conclusion as long as may be is cut, and whole in the detail', async () => {
    const summary = await summaryOf(vignette(fullest[1] ?? '').input);
    const [level] = summary.levels;
    if (!level) throw new Error('no level');
    const prose = (word: string, letters: number) => `${`${word} `.repeat(letters / 10)}the end`;
    const conclusion: SignedConclusion = {
      condition: long,
      level,
      differs: { condition: true, urgency: 'less-urgent' },
      reason: 'other',
      comment: prose('commented', 4000),
      plan: prose('therapies', 4000),
      signedBy: 'Dr Żółć-Papadopoulou',
      signedAt: summary.assessedAt,
      version: 2,
      amendedBecause: prose('amendment', 1000),
    };
    const signed = { ...summary, conclusion };
    expect(await findFaults(signed)).toEqual([]);
    const whole = readPdf(await drawPdf(documentOf('summary', signed), 'letter'));
    expect(whole.pages[0]?.text).not.toContain('theend');
    const detail = whole.pages.slice(1).map(({ text }) => text);
    expect(detail.join('').match(/theend/g)).toHaveLength(3);
  });
});
