/** The self-check, answered as a person does. */
import type { Page } from '@playwright/test';
import { knowledgeBase } from '@/lib/knowledge/read-rules';
import type { Answer, Answers } from '@/lib/triage/answers';
import type { Question } from '@/lib/triage/knowledge-base';
import { expect } from './fixtures';

/** What everybody knows of themselves, where the story does not say it. */
export const ofThemselves: Answers = {
  age: 52,
  'sex-at-birth': 'male',
  side: 'right',
  onset: 'slow-no-reason',
  duration: '4-14-days',
  'pain-location': ['buttock-thigh', 'foot'],
};

/** Waits for the question of the address, and returns it; undefined at the review. */
export async function arrive(page: Page): Promise<Question | undefined> {
  await expect(page).toHaveURL(/question=/);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  const id = new URL(page.url()).searchParams.get('question');
  return knowledgeBase().questions.find((question) => question.id === id);
}

export async function answer(page: Page, question: Question, given: Answer): Promise<void> {
  if (question.id === 'age') return page.getByRole('textbox').fill(String(given));
  for (const value of Array.isArray(given) ? given : [given]) {
    await page.locator(`input[value="${value}"]`).check();
  }
}

/** "None of these", "no" or "not sure": what somebody says to whom the question says nothing. */
export function calmAnswer({ options = [], type, minimum = 0 }: Question): Answer {
  if (type === 'number') return minimum + 3;
  const calm = options.find(
    ({ exclusive, unknown, value }) =>
      exclusive || unknown || ['no', 'none', 'normal', 'nothing', 'not-tried'].includes(value),
  );
  return calm?.value ?? '?';
}
