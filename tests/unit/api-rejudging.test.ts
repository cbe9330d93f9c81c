/** The API's Assessments stand on json-rules-engine's word, also where the twin is wrong. */
import { afterEach, expect, test, vi } from 'vitest';
import { readVignetteInputs, sample } from '@/bin/bench/bench-inputs';
import { encodeAssessment } from '@/lib/interop/api/encode-assessment';
import { knowledgeBase } from '@/lib/knowledge/read-rules';
import { assess } from '@/lib/triage/assess';
import { makeRejudgingAssess } from '@/lib/triage/rejudging-assess';
import { type Twin, twinOf } from '@/lib/triage/twin';

const base = knowledgeBase();
const twin = twinOf(base);
const inputs = sample(readVignetteInputs(base), 5);
const at = new Date('2026-11-26T12:00:00Z');

afterEach(() => {
  vi.useRealTimers();
});

test.each([0, 100, -1])('a twin that is wrong on rule %i is found and left', async (place) => {
  const wrong: Twin = {
    ...twin,
    evaluate: (input) => {
      const said = twin.evaluate(input);
      const truth = said.truths.at(place) !== true;
      return { ...said, truths: said.truths.with(place, truth) };
    },
  };
  const evaluated = vi.spyOn(wrong, 'evaluate');
  const onDifference = vi.fn<(rules: readonly string[]) => void>();
  const rejudging = makeRejudgingAssess(base, onDifference, wrong);
  for (const input of inputs) {
    expect(await rejudging(input, at)).toEqual(await assess(base, input, at));
  }
  const rule = twin.book.rules.at(place)?.id;
  expect(onDifference.mock.calls).toEqual([[expect.arrayContaining([rule])]]);
  expect(evaluated).toHaveBeenCalledTimes(1);
});

test('a twin that takes an answer for another is found by the comparison to the byte', async () => {
  const deaf: Twin = {
    ...twin,
    evaluate: ({ audience }) => twin.evaluate({ audience, answers: {} }),
  };
  const onDifference = vi.fn<(rules: readonly string[]) => void>();
  const rejudging = makeRejudgingAssess(base, onDifference, deaf);
  for (const input of inputs) {
    expect(await rejudging(input, at)).toEqual(await assess(base, input, at));
  }
  expect(onDifference).toHaveBeenCalledTimes(1);
});

test('where many come, one every two seconds is compared', async () => {
  vi.useFakeTimers({ toFake: ['performance'] });
  let isDeaf = false;
  const going: Twin = {
    ...twin,
    evaluate: ({ audience, answers }) =>
      twin.evaluate({ audience, answers: isDeaf ? {} : answers }),
  };
  const onDifference = vi.fn<(rules: readonly string[]) => void>();
  const rejudging = makeRejudgingAssess(base, onDifference, going);
  const [input] = inputs;
  if (!input) throw new Error('no vignette');
  await rejudging(input, at);
  isDeaf = true;
  await rejudging(input, at);
  expect(onDifference).not.toHaveBeenCalled();
  vi.advanceTimersByTime(2_000);
  expect(await rejudging(input, at)).toEqual(await assess(base, input, at));
  expect(onDifference).toHaveBeenCalledTimes(1);
});

test('an Assessment is encoded as JSON.stringify does, the second time too', async () => {
  const rejudging = makeRejudgingAssess(base, () => undefined);
  for (const input of [...inputs, ...inputs]) {
    const assessment = await rejudging(input, at);
    for (const one of [assessment, structuredClone(assessment)]) {
      expect(Buffer.from(encodeAssessment(one)).toString()).toBe(JSON.stringify(one));
    }
  }
});
