/** The safety laws on 100,000 random people, most of them at the edge of a rule. */
import { describe, expect, test } from 'vitest';
import { makeCheckCases } from '@/bin/laws/check-cases';
import { makeDrawCase } from '@/bin/laws/draw-case';
import type { Law } from '@/bin/laws/laws';
import { runLaws } from '@/bin/laws/run-laws';
import { knowledgeBase } from '@/lib/knowledge/read-rules';
import { ruleBookOf } from '@/lib/triage/rule-book';
import { twinOf } from '@/lib/triage/twin';

const base = knowledgeBase();
const twin = twinOf(base);
const seed = 20260105;

test('no law is broken, and every rule was true, false and open', {
  timeout: 1_800_000,
}, async () => {
  const { cases, violations, truths } = await runLaws({
    knowledgeBase: base,
    cases: 100_000,
    seed,
  });
  expect(cases).toBe(100_000);
  expect(violations).toEqual([]);
  const oneSided = ruleBookOf(base).rules.filter(({ place }) => {
    const counted = truths[place];
    return !counted?.true || !counted.false || !counted.open;
  });
  expect(oneSided.map(({ id }) => id)).toEqual([]);
});

test('a case is the same for the same number and seed, and another for another', () => {
  const draw = makeDrawCase(twin, seed);
  expect(makeDrawCase(twin, seed)(7)).toEqual(draw(7));
  expect(draw(8)).not.toEqual(draw(7));
  expect(makeDrawCase(twin, seed + 1)(7)).not.toEqual(draw(7));
});

describe('a broken law is found', () => {
  const never: Law = {
    id: 'never',
    says: 'Nothing is an emergency because of numbness between the legs',
    brokenBy: ({ known }, { judge }) =>
      judge(known).outcome.urgency === 'emergency-now' &&
      JSON.stringify(known['cauda-equina-symptoms'] ?? '').includes('saddle')
        ? 'it is'
        : null,
  };

  test('with the smallest case that shows it', async () => {
    const checked = await makeCheckCases(twin, seed, [never])({ from: 0, count: 2000 });
    expect(checked.violations).toHaveLength(1);
    const [violation] = checked.violations;
    expect(violation).toMatchObject({ law: 'never', how: 'it is' });
    expect(Object.keys(violation?.smallest.known ?? {})).toEqual(['cauda-equina-symptoms']);
    expect(violation?.smallest.whole).toEqual(violation?.smallest.known);
  });

  test('where the reasoning forgets a red flag', async () => {
    const forgetful = { ...twin, book: { ...twin.book, setters: [] } };
    const { violations } = await makeCheckCases(forgetful, seed)({ from: 0, count: 2000 });
    expect(violations.map(({ law }) => law)).toContain('present-flag');
  });
});
