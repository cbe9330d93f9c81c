import fc from 'fast-check';
import { create } from 'qrcode';
import { describe, expect, test } from 'vitest';
import { knowledgeBase } from '@/lib/knowledge/read-rules';
import { readVignettes } from '@/lib/knowledge/read-vignettes';
import { documentKinds } from '@/lib/summary/document/document-kind';
import { letterheadSchema } from '@/lib/summary/document/letterhead';
import { makeDocument } from '@/lib/summary/document/make-document';
import { drawPdf } from '@/lib/summary/pdf/draw-pdf';
import { readReplay, writeReplay } from '@/lib/summary/replay';
import { summarize } from '@/lib/summary/summarize';
import { verificationAddress } from '@/lib/summary/verification-address';
import { isSameCode, verificationCode } from '@/lib/summary/verification-code';
import { wordsFor } from '@/lib/summary/words';
import {
  type Answers,
  audiences,
  fieldsFor,
  type Input,
  validateInput,
} from '@/lib/triage/answers';
import { conclude } from '@/lib/triage/assess';
import { twinOf } from '@/lib/triage/twin';
import { arbitraryAnswers } from '../property/arbitrary-answers';
import { countPages } from '../read-pdf';
import { scanQr } from '../scan-qr';

const base = knowledgeBase();
const words = wordsFor('en', 'UTC');
const at = new Date('2026-01-05T09:00:00.123Z');
const { book, evaluate } = twinOf(base);
const vignettes = readVignettes();

function vignette(name: string): Input {
  const found = vignettes.find((one) => one.name === name);
  if (!found) throw new Error(`no vignette ${name}`);
  return found.input;
}

const rupture = vignette('achilles-rupture/pop-at-squash');

const fullest = vignettes
  .map(({ input }) => input)
  .reduce((a, b) => (written(b).length > written(a).length ? b : a));

function summaryOf(input: Input, time = at, unsure: readonly string[] = []) {
  const assessment = conclude(book, input, evaluate(input), time, 'en', 'clinician');
  return summarize(base, input, assessment, { audience: 'clinician', language: 'en' }, { unsure });
}

const codeOf = async (input: Input, time = at) => verificationCode(await summaryOf(input, time));

function written(input: Input, unsure: readonly string[] = []): string {
  return writeReplay(base, { input, unsure, at, language: 'en' });
}

const inputs = fc
  .constantFrom(...audiences)
  .chain((audience) => arbitraryAnswers(base, audience).map((answers) => ({ audience, answers })));

/** A list of options is a set: its order says nothing. */
function sorted({ audience, answers }: Input) {
  const entries = Object.entries(answers).map(([id, answer]) => [
    id,
    typeof answer === 'object' ? [...answer].sort() : answer,
  ]);
  return { audience, answers: Object.fromEntries(entries) };
}

describe('a replay', () => {
  test('gives back any answers, who gave them, what they were not sure of, and the time', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const unsure = fieldsFor(base, input.audience)
          .map(({ id }) => id)
          .filter((id) => !(id in input.answers))
          .slice(0, 3);
        const replayed = readReplay(base, written(input, unsure));
        if (!replayed.ok) throw new Error(replayed.reason);
        expect(sorted(replayed.input)).toEqual(sorted(input));
        expect(replayed.unsure).toEqual(unsure);
        expect(replayed.at).toEqual(at);
        expect(replayed.language).toBe('en');
      }),
    );
  });

  test('of every vignette fills a QR code that a phone reads from paper', () => {
    const sizes = vignettes.map(({ input }) => {
      const address = verificationAddress('https://triage.some-clinic.example.org', written(input));
      return create(address, { errorCorrectionLevel: 'M' }).modules.size;
    });
    // Version 10: at 0.44 mm a module, 25 mm wide.
    expect(Math.max(...sizes)).toBeLessThanOrEqual(57);
  });

  test.each(documentKinds)('is read from the %s, printed in grey', async (kind) => {
    const origin = 'https://triage.some-clinic.example.org';
    const summary = await summaryOf(fullest);
    const letterhead = letterheadSchema.parse({});
    const document = makeDocument(kind, summary, { words, origin, letterhead });
    const bytes = await drawPdf(document, 'a4');
    const pages = Array.from({ length: countPages(bytes) }, (_, page) => scanQr(bytes, page));
    expect(pages).toContain(verificationAddress(origin, written(fullest)));
  });

  test('is written in the letters that a QR code holds most of', () => {
    for (const { input } of vignettes) expect(written(input)).toMatch(/^[0-9A-Z $%*+\-./:]+$/);
  });

  test.each([
    ['', 'malformed'],
    ['2/000000000000/0/P/EN', 'malformed'],
    [`${written(rupture).split('/').slice(0, 3).join('/')}/X/EN`, 'malformed'],
    [`${written(rupture)}${'/0'.repeat(200)}`, 'malformed'],
    [written(rupture).replace(/^1\/[0-9A-F]{12}/, '1/000000000000'), 'other-knowledge-base'],
    [written({ audience: 'patient', answers: {} }).concat('/ZZ'), 'not-valid'],
  ])('that reads %j is %s', (text, reason) => {
    expect(readReplay(base, text)).toMatchObject({ ok: false, reason });
  });
});

describe('a code', () => {
  test('is the same for the same answers, in whatever order, and after a replay', async () => {
    const reversed: Answers = Object.fromEntries(
      Object.entries(rupture.answers)
        .map(
          ([id, answer]) =>
            [id, typeof answer === 'object' ? [...answer].reverse() : answer] as const,
        )
        .reverse(),
    );
    const code = await codeOf(rupture);
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(await codeOf({ ...rupture, answers: reversed })).toBe(code);
    const replayed = readReplay(base, written(rupture));
    if (!replayed.ok) throw new Error(replayed.reason);
    expect(verificationCode(await summaryOf(replayed.input, replayed.at))).toBe(code);
  });

  test('is another one when any answer is taken away, or somebody else answered', async () => {
    const code = await codeOf(rupture);
    const codes = await Promise.all(
      Object.keys(rupture.answers).map((id) => {
        const { [id]: _left, ...answers } = rupture.answers;
        return codeOf({ ...rupture, answers });
      }),
    );
    const other = audiences.find((audience) => audience !== rupture.audience);
    if (!other) throw new Error('one audience');
    codes.push(await codeOf({ ...rupture, audience: other }));
    expect(codes).not.toContain(code);
    expect(new Set(codes).size).toBe(codes.length);
  });

  test('is the same on a device and on a server, whose clocks differ', async () => {
    const later = new Date(at.getTime() + 61_000);
    expect(await codeOf(rupture, later)).toBe(await codeOf(rupture));
  });

  test('is another one when the page says something else than was worked out', async () => {
    const summary = await summaryOf(rupture);
    const { headline, ask, redFlags } = summary;
    const changed = [
      { ...summary, headline: { ...headline, urgency: 'self-care' as const } },
      { ...summary, ask: { ...ask, tests: ask.tests.slice(1) } },
      { ...summary, ask: { ...ask, deadline: null } },
      { ...summary, redFlags: { ...redFlags, present: redFlags.present.slice(1) } },
      { ...summary, conditions: summary.conditions.slice(1) },
      { ...summary, knowledgeBase: { ...summary.knowledgeBase, hash: '0'.repeat(64) } },
    ];
    const codes = changed.map(verificationCode);
    expect(codes).not.toContain(verificationCode(summary));
  });

  test('is compared as people type', () => {
    expect(isSameCode(' 01ab cd-ef gh jk', '01AB-CDEF-GHJK')).toBe(true);
    expect(isSameCode('olab-cdef-ghjk', '01AB-CDEF-GHJK')).toBe(true);
    expect(isSameCode('01AB-CDEF-GHJM', '01AB-CDEF-GHJK')).toBe(false);
  });
});

test('a replay of valid answers is valid answers', () => {
  for (const { input } of vignettes) {
    const replayed = readReplay(base, written(input));
    expect(replayed.ok && validateInput(base, replayed.input).ok).toBe(true);
  }
});
