import { describe, expect, test } from 'vitest';
import { knowledgeBase } from '@/lib/knowledge/read-rules';
import { validateInput } from '@/lib/triage/answers';
import { assess } from '@/lib/triage/assess';
import { isReassuring } from '@/lib/triage/disposition';
import { emergencyQuestionIds } from '@/lib/triage/knowledge-base';
import { readVignettes } from '../vignettes/read-vignettes';

const base = knowledgeBase();
const at = new Date('2026-01-05T09:00:00Z');

describe.each(readVignettes())('$name', ({ input, expected, name }) => {
  test('is of the form that the questionnaire admits', () => {
    expect(validateInput(base, input)).toMatchObject({ ok: true });
    expect(name.startsWith(`${expected.condition}/`)).toBe(true);
  });

  test(`is ${expected.urgency}, ${expected.condition} first`, async () => {
    const { urgency, ranking } = await assess(base, input, at);
    expect({ urgency, condition: ranking[0]?.condition }).toEqual(expected);
  });

  test('reassures nobody who has left the emergency questions open', async () => {
    const screen = emergencyQuestionIds(base);
    const answers = Object.fromEntries(
      Object.entries(input.answers).filter(([id]) => !screen.includes(id)),
    );
    const { urgency } = await assess(base, { ...input, answers }, at);
    expect(isReassuring(urgency)).toBe(false);
  });
});
