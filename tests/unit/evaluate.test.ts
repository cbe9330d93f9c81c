import { describe, expect, test } from 'vitest';
import { calibrate } from '@/bin/evaluate/calibration';
import { compareScores } from '@/bin/evaluate/compare-scores';
import { confuseConditions, crossUrgency } from '@/bin/evaluate/confusions';
import { describeReport } from '@/bin/evaluate/describe-report';
import { drawReport } from '@/bin/evaluate/draw-report';
import { countFigures } from '@/bin/evaluate/figures';
import { judgeTargets } from '@/bin/evaluate/judge-targets';
import { makeReport } from '@/bin/evaluate/make-report';
import { scoreCase } from '@/bin/evaluate/score-case';
import { shareOf } from '@/bin/evaluate/share';
import { knowledgeBase } from '@/lib/knowledge/read-rules';
import { readVignettes, type Vignette } from '@/lib/knowledge/read-vignettes';
import { twinOf } from '@/lib/triage/twin';
import { draftVignettes } from '../draft-vignettes';

const base = knowledgeBase();
const twin = twinOf(base);
const [rupture] = draftVignettes();
if (!rupture) throw new Error('no vignette');

function expecting(change: Partial<Vignette['expected']>, split = rupture?.split): Vignette {
  if (!rupture || !split) throw new Error('no vignette');
  return { ...rupture, split, expected: { ...rupture.expected, ...change } };
}

/** Newcombe, Stat Med 1998;17:857, table I, method 3. */
test.each([
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1, 29, 0.0061, 0.1718],
])('the interval of %i in %i', (count, of, low, high) => {
  const share = shareOf(count, of);
  expect(share.low).toBeCloseTo(low, 4);
  expect(share.high).toBeCloseTo(high, 4);
});

describe('a case', () => {
  test('as expected', () => {
    expect(scoreCase(twin, rupture)).toMatchObject({
      isFirst: true,
      isWithinThree: true,
      levelsOver: 0,
      isUnderTriaged: false,
      isOverTriaged: false,
      missed: [],
    });
  });

  test('sent too low, and too high', () => {
    const low = scoreCase(twin, expecting({ urgency: 'emergency-now', lowest: 'emergency-now' }));
    expect(low).toMatchObject({ levelsOver: -1, isUnderTriaged: true });
    const high = scoreCase(twin, expecting({ urgency: 'self-care', highest: 'routine-pt' }));
    expect(high).toMatchObject({ levelsOver: 4, isOverTriaged: true });
  });

  test('another condition first, though the right one is an alternative', () => {
    const other = { condition: 'gout' };
    expect(scoreCase(twin, expecting(other)).isFirst).toBe(false);
    const alternatives = ['achilles-rupture'];
    expect(scoreCase(twin, expecting({ ...other, alternatives })).isFirst).toBe(true);
  });

  test('red flags that are missing and that are unwanted', () => {
    const flags = {
      flagsPresent: ['child-under-8'],
      flagsNotPresent: ['possible-achilles-rupture'],
    };
    expect(scoreCase(twin, expecting(flags))).toMatchObject({
      flagsMissing: ['child-under-8'],
      flagsUnwanted: ['possible-achilles-rupture'],
    });
  });
});

test('counts, confusions and calibration', () => {
  const scores = [
    scoreCase(twin, rupture),
    scoreCase(twin, expecting({ condition: 'gout', urgency: 'within-72h' })),
  ];
  expect(countFigures(scores)).toMatchObject({
    first: { count: 1, of: 2 },
    exactUrgency: { count: 1, of: 2 },
    withinOneLevel: { count: 2, of: 2 },
  });
  expect(confuseConditions(scores)).toEqual([
    { expected: 'gout', got: 'achilles-rupture', count: 1 },
  ]);
  const rows = crossUrgency(scores).filter(({ got }) => got.some((count) => count > 0));
  expect(rows).toEqual([
    { expected: 'same-day', got: [0, 1, 0, 0, 0, 0] },
    { expected: 'within-72h', got: [0, 1, 0, 0, 0, 0] },
  ]);
  const bands = calibrate(scores, base.reasoning.likelihoods);
  expect(bands.reduce((sum, { right }) => sum + right.of, 0)).toBe(2);
  expect(bands.map(({ impliedLow }) => impliedLow)).toEqual([0.8, 0.5, 0.15 / 1.15, 0]);
});

test('a target is missed by one case too many', () => {
  const well = countFigures([scoreCase(twin, rupture)]);
  expect(judgeTargets(well).every(({ isReached }) => isReached)).toBe(true);
  const low = countFigures([scoreCase(twin, expecting({ lowest: 'emergency-now' }))]);
  const missed = judgeTargets(low).filter(({ isReached }) => !isReached);
  expect(missed.map(({ figure }) => figure)).toEqual(['underTriage']);
  expect(judgeTargets(countFigures([])).filter(({ isReached }) => isReached)).toEqual([]);
});

test('what moved: the worst first', () => {
  const scores = [scoreCase(twin, rupture), scoreCase(twin, expecting({ condition: 'gout' }))];
  const worse = scores.map((score) => ({
    ...score,
    urgency: 'self-care' as const,
    levelsOver: -4,
  }));
  expect(compareScores(scores, scores)).toEqual([]);
  expect(compareScores(scores, worse).map(({ verdict }) => verdict)).toEqual(['worse', 'worse']);
  expect(compareScores(worse, scores).map(({ verdict }) => verdict)).toEqual(['better', 'better']);
});

describe('the report', () => {
  const vignettes = readVignettes();
  const rules = { ref: null, knowledgeBase: base };
  const report = makeReport({
    vignettes,
    rules,
    before: { ref: 'before', knowledgeBase: base },
    splits: ['development', 'validation'],
    kind: 'not-first',
    showsValidation: false,
  });

  test('nothing moves where the rules are the same', () => {
    expect(report.comparison?.moves).toEqual([]);
  });

  test('nobody is sent lower than could be defended', () => {
    expect(report.harm.underTriaged).toBe(0);
  });

  test('names no case of the validation split, as text or as a page', () => {
    const unseen = vignettes.filter(({ split }) => split === 'validation');
    for (const text of [describeReport(report), drawReport(report)]) {
      expect(unseen.filter(({ name }) => text.includes(name))).toEqual([]);
    }
  });

  test('the page closes what it opens, and loads nothing', () => {
    const page = drawReport(report);
    for (const tag of ['table', 'tr', 'td', 'th', 'section', 'svg', 'main', 'body', 'html']) {
      const opened = page.match(new RegExp(`<${tag}[ >]`, 'g'))?.length;
      expect([tag, opened]).toEqual([tag, page.match(new RegExp(`</${tag}>`, 'g'))?.length]);
    }
    expect(page).not.toMatch(/<script|src=|url\(|@import/);
  });
});
