import { describe, expect, test } from 'vitest';
import { knowledgeBase } from '@/lib/knowledge/read-rules';
import { readVignettes } from '@/lib/knowledge/read-vignettes';
import { describeConditions } from '@/lib/summary/document/condition-blocks';
import { noteLengthMax, noteText } from '@/lib/summary/note/note-text';
import { sheetContent } from '@/lib/summary/sheet-content';
import { shownMax } from '@/lib/summary/shown-max';
import { summarize } from '@/lib/summary/summarize';
import type { Summary } from '@/lib/summary/summary';
import { wordsFor } from '@/lib/summary/words';
import type { Input } from '@/lib/triage/answers';
import { conclude } from '@/lib/triage/assess';
import { emergencyQuestionIds } from '@/lib/triage/knowledge-base';
import { twinOf } from '@/lib/triage/twin';
import { doesPin } from '../does-pin';

const base = knowledgeBase();
const at = new Date('2026-01-05T09:00:00Z');
const voice = { audience: 'clinician', language: 'en' } as const;
const words = wordsFor('en', 'UTC');
const { book, evaluate } = twinOf(base);

function summaryOf(input: Input): Promise<Summary> {
  const assessment = conclude(book, input, evaluate(input), at, voice.language, 'clinician');
  return summarize(base, input, assessment, voice);
}

/** A summary tries every open answer: all of them would take half a minute. */
const vignettes = readVignettes();
const answerCount = ({ input }: (typeof vignettes)[number]) => Object.keys(input.answers).length;
const fullest = [...vignettes].sort((a, b) => answerCount(b) - answerCount(a)).slice(0, 30);
const noted = new Set([...fullest, ...vignettes.filter((_, place) => place % 5 === 0)]);

describe.each([...noted])('$name', ({ input }) => {
  test('is short, in the order of SOAP, and says all that is urgent', async () => {
    const summary = await summaryOf(input);
    const note = noteText(summary, words);
    expect(note.length).toBeLessThanOrEqual(noteLengthMax);
    const sections = [...note.matchAll(/^([SOAP]): /gm)].map(([, section]) => section);
    expect(sections.join('')).toBe('SOAP');
    const urgent = [
      `A: ${summary.headline.name} (`,
      ...summary.redFlags.present.map(({ text }) => text),
      ...summary.ask.tests.slice(0, shownMax.tests),
      summary.ask.to,
      ...(summary.headline.ceiling ? [summary.headline.ceiling.name] : []),
    ];
    expect(urgent.filter((text) => !note.includes(text))).toEqual([]);
  });
});

describe('a danger that is less likely than something harmless', () => {
  const unlikelyClot = 'gastrocnemius-strain/pregnant-slipped-on-a-stair-pop-and-bruise';
  const input = vignettes.find(({ name }) => name === unlikelyClot)?.input;
  if (!input) throw new Error(`no vignette ${unlikelyClot}`);

  test('is said to be ruled out, on the note and on the part for the provider', async () => {
    const summary = await summaryOf(input);
    expect(summary.conditions[0]).toMatchObject({
      id: 'gastrocnemius-strain',
      isToRuleOut: false,
      flaggedBy: [],
    });
    expect(noteText(summary, words)).toContain('(Less likely, but to be ruled out)');
    const { tearOff } = sheetContent(summary, words);
    expect(tearOff.facts).toContainEqual({
      label: 'To be ruled out',
      text: 'Deep vein thrombosis, lower limb',
    });
  });

  test('so is each that a present flag points to and does not put first', async () => {
    let seen = 0;
    for (const { input } of noted) {
      const summary = await summaryOf(input);
      const { conditions, redFlags } = summary;
      const firstPage = JSON.stringify(
        describeConditions(summary, words, { conditions: 2, reasons: 1 }),
      );
      const pinned = redFlags.present.filter((flag) => doesPin(base, flag));
      for (const { id, name, isToRuleOut, flaggedBy, likelihoodName } of conditions) {
        const flags = base.redFlags.filter(({ condition }) => condition === id);
        const isPinned = flags.some((flag) => pinned.some((one) => one.id === flag.id));
        expect({ id, isToRuleOut }).toEqual({ id, isToRuleOut: flaggedBy.length > 0 && !isPinned });
        if (isToRuleOut) {
          seen += 1;
          if (summary.outcome === 'assessed') expect(firstPage).toContain(name);
        }
        if (isPinned) expect(likelihoodName).not.toMatch(/^(Less likely|Possible)/);
      }
    }
    expect(seen).toBeGreaterThan(0);
  });
});

test('a finding is objective, an answer subjective', async () => {
  const answers = { age: 40, 'thompson-test': 'no-movement' };
  const option = base.findings.find(({ id }) => id === 'thompson-test')?.options?.[0];
  if (!option) throw new Error('no option');
  const note = noteText(
    await summaryOf({
      audience: 'clinician',
      answers: { ...answers, 'thompson-test': option.value },
    }),
    words,
  );
  expect(note.match(/^O: .*\n.*$/m)?.[0]).toContain('Simmonds-Thompson');
  expect(note.match(/^S: .*$/m)?.[0]).toContain('40');
});

test('without an examination it says so, and an open emergency screen is named', async () => {
  const summary = await summaryOf({ audience: 'patient', answers: { age: 40 } });
  const note = noteText(summary, words);
  expect(note).toContain('O: Not examined.');
  const [first] = emergencyQuestionIds(base);
  const label = summary.keyUnknowns.find(({ id }) => id === first)?.label;
  expect(label).toBeTruthy();
  expect(note).toContain(label);
});

test('what is left out for length goes from the least urgent on, and is named', async () => {
  const summary = await summaryOf({ audience: 'patient', answers: { age: 40 } });
  const advice = Array.from({ length: 5 }, () => 'Rest the leg and keep it raised. '.repeat(20));
  const note = noteText({ ...summary, told: { ...summary.told, advice } }, words);
  expect(note.length).toBeLessThanOrEqual(noteLengthMax);
  expect(note).not.toContain('Rest the leg and keep it raised.');
  expect(note).toMatch(/^Left out for length: advice to the patient/m);
});

test('it is plain text: no mark-up, no tabs, no characters that a record may not take', async () => {
  const note = noteText(await summaryOf({ audience: 'patient', answers: { age: 40 } }), words);
  expect(note).not.toMatch(/[*_#\t\r]/);
});
