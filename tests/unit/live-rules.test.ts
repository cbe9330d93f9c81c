/** No rule is dead: each can fire, and each condition can come first. */
import { describe, expect, test } from 'vitest';
import { satisfyingAnswers } from '@/bin/laws/satisfying-answers';
import { knowledgeBase } from '@/lib/knowledge/read-rules';
import { type Answers, validateInput } from '@/lib/triage/answers';
import { assess } from '@/lib/triage/assess';
import { evaluate } from '@/lib/triage/evaluate';
import { ruleBookOf } from '@/lib/triage/rule-book';

const base = knowledgeBase();
const book = ruleBookOf(base);
const at = new Date('2026-01-05T09:00:00Z');

async function firedRules(answers: Answers): Promise<ReadonlySet<string>> {
  const input = { audience: 'clinician', answers } as const;
  expect(validateInput(base, input)).toMatchObject({ ok: true });
  const { truths } = await evaluate(book, input);
  return new Set(book.rules.filter(({ place }) => truths[place] === true).map(({ id }) => id));
}

describe('every rule can fire', () => {
  test.each(book.rules)('$id', async ({ id, when }) => {
    const ways = satisfyingAnswers(base, when);
    expect(ways.length).toBeGreaterThan(0);
    for (const answers of ways) {
      if ((await firedRules(answers)).has(id)) return;
    }
    expect.fail(`none of ${ways.length} ways makes it fire`);
  });
});

/** By how much a condition leads, pinned rivals counting as out of reach. */
async function leadOf(
  condition: string,
  answers: Answers,
): Promise<{ lead: number; rival: string }> {
  const { ranking } = await assess(base, { audience: 'clinician', answers }, at);
  const own = ranking.find((one) => one.condition === condition);
  const rival = ranking.find((one) => one.condition !== condition);
  if (!own || !rival) throw new Error(`${condition} is not ranked`);
  const handicap = rival.pinned && !own.pinned ? 100 : 0;
  // A step that helps a rival as much is still a step: its own odds break the tie.
  return {
    lead: own.logOdds - rival.logOdds - handicap + own.logOdds / 100,
    rival: rival.condition,
  };
}

/** Answers for a condition and against its rivals, added one at a time while they help. */
async function climbToFirst(id: string): Promise<string | undefined> {
  let answers: Answers = {};
  let { lead, rival } = await leadOf(id, answers);
  for (;;) {
    const { ranking } = await assess(base, { audience: 'clinician', answers }, at);
    if (ranking[0]?.condition === id) return id;
    const own = base.conditions.find((one) => one.id === id)?.supports ?? [];
    const against = base.conditions.find((one) => one.id === rival)?.opposes ?? [];
    let best = { lead, rival, answers };
    for (const { when } of [...own, ...against]) {
      for (const way of satisfyingAnswers(base, when)) {
        const tried = { ...answers, ...way };
        const result = await leadOf(id, tried);
        if (result.lead > best.lead) best = { ...result, answers: tried };
      }
    }
    if (best.lead === lead) return undefined;
    ({ lead, rival, answers } = best);
  }
}

describe('every condition can come first', () => {
  test.each(base.conditions)('$id', { timeout: 60_000 }, async ({ id }) => {
    expect(await climbToFirst(id)).toBe(id);
  });
});
