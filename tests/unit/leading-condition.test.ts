import { describe, expect, test } from 'vitest';
import { overrideOf } from '@/lib/clinic/conclusion';
import { leadingCondition } from '@/lib/clinic/leading-condition';
import { knowledgeBase } from '@/lib/knowledge/read-rules';
import { readVignettes } from '@/lib/knowledge/read-vignettes';
import { conclude } from '@/lib/triage/assess';
import { twinOf } from '@/lib/triage/twin';

const { book, evaluate } = twinOf(knowledgeBase());
const vignettes = readVignettes();

function assessmentOf(vignette: string) {
  const input = vignettes.find(({ name }) => name === vignette)?.input;
  if (!input) throw new Error(`no vignette ${vignette}`);
  return conclude(book, input, evaluate(input), new Date('2026-01-05T09:00:00Z'));
}

describe('a strain in pregnancy, with a clot to be ruled out', () => {
  const assessment = assessmentOf(
    'gastrocnemius-strain/pregnant-slipped-on-a-stair-pop-and-bruise',
  );

  test('stands in the list as the clot, though the strain is likelier', () => {
    expect(assessment.ranking[0]?.condition).toBe('gastrocnemius-strain');
    expect(leadingCondition(assessment)?.condition).toBe('deep-vein-thrombosis');
  });

  test.each([
    ['gastrocnemius-strain', false],
    ['deep-vein-thrombosis', false],
    ['cellulitis', true],
  ])('to conclude %s is an override: %s', (condition, isOverride) => {
    const override = overrideOf({ condition, urgency: 'same-day' }, assessment);
    expect(override).toEqual({ condition: isOverride, urgency: 'same' });
  });
});

test('without a danger to be ruled out the first stands for it', () => {
  const assessment = assessmentOf('gastrocnemius-strain/tennis-lunge');
  expect(leadingCondition(assessment)).toBe(assessment.ranking[0]);
});
