/** The tool speaks of the numbers, places and people of the country that it is set to. */
import { describe, expect, test } from 'vitest';
import { readDocuments, readRules } from '@/lib/knowledge/read-rules';
import { assess } from '@/lib/triage/assess';
import { loadKnowledgeBase } from '@/lib/triage/load-knowledge-base';

function baseOf(region?: string) {
  const loaded = readRules(undefined, region);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.faults));
  return loaded.knowledgeBase;
}

/** Everything that a person reads; not the titles and figures of sources. */
function textsOf(region?: string): string[] {
  const texts: string[] = [];
  const walk = (node: unknown, key: string): void => {
    if (typeof node === 'string' && key === 'en') texts.push(node);
    if (typeof node === 'object' && node !== null) {
      for (const [own, one] of Object.entries(node)) walk(one, own);
    }
  };
  walk(baseOf(region), '');
  return texts;
}

describe.each<[string | undefined, RegExp, string]>([
  ['uk', /\b(911|112|emergency room|primary care provider|[Pp]hysical therapist)\b/, 'Call 999'],
  ['us', /\b(999|112|111|A&E|GP|NHS 111|[Pp]hysiotherapist)\b/, 'Call 911'],
  [undefined, /\b(A&E|emergency room)\b/, 'Call 999 (911 in the US, 112 in Europe)'],
])('region %s', (region, foreign, own) => {
  const texts = textsOf(region);

  test('no placeholder is left', () => {
    expect(texts.filter((text) => /[{}]/.test(text))).toEqual([]);
  });

  test('no word of another country', () => {
    expect(texts.filter((text) => foreign.test(text))).toEqual([]);
  });

  test('its own number', () => {
    expect(texts.some((text) => text.startsWith(own))).toBe(true);
  });

  test('a sentence that begins with a term begins with a capital', () => {
    expect(texts.filter((text) => /^(physical|physio|primary|emergency r)/.test(text))).toEqual([]);
  });
});

test('the hash tells which region an assessment was made in, and the reasoning is the same', async () => {
  const bases = ['uk', 'us', undefined].map(baseOf);
  expect(new Set(bases.map(({ hash }) => hash)).size).toBe(3);
  const input = {
    audience: 'patient',
    answers: { onset: 'sudden-pop', 'heel-raise': 'cannot' },
  } as const;
  const at = new Date('2026-01-05T09:00:00Z');
  const made = await Promise.all(bases.map((base) => assess(base, input, at)));
  expect(new Set(made.map(({ urgency }) => urgency))).toEqual(new Set(['same-day']));
  expect(
    new Set(made.map(({ trace }) => JSON.stringify(trace.map(({ rule, fired }) => [rule, fired]))))
      .size,
  ).toBe(1);
});

test('an unknown region, and an unknown term, are named', () => {
  const unknown = readRules(undefined, 'atlantis');
  expect(unknown.ok ? [] : unknown.faults).toEqual([
    {
      file: 'regions.json',
      field: 'regions',
      message: 'no region atlantis; the regions are international, uk, us',
    },
  ]);
  const { documents, hash } = readDocuments();
  const changed = structuredClone(documents) as Record<string, never>;
  Object.assign(changed['conditions/gout'] ?? {}, {
    riskFactors: [{ en: 'Ask the {village-healer}.' }],
  });
  const loaded = loadKnowledgeBase(changed, hash);
  expect(loaded.ok ? [] : loaded.faults).toEqual([
    {
      file: 'conditions/gout.json',
      field: 'riskFactors.0.en',
      message: '{village-healer} is no term of regions.json',
    },
  ]);
});
