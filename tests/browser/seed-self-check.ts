import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { readVignettes } from '@/lib/knowledge/read-vignettes';
import type { Input } from '@/lib/triage/answers';

/** Puts answers on the device before its first page, as if the self-check had been finished then. */
export async function seedSelfCheck(
  page: Page,
  { audience, answers }: Input,
  finishedAt = new Date(),
): Promise<void> {
  const at = finishedAt.toISOString();
  const selfCheck = {
    version: 1,
    audience,
    answers,
    unsure: [],
    startedAt: at,
    finishedAt: at,
    submissionKey: randomUUID(),
  };
  await page.addInitScript((stored) => {
    if (sessionStorage.getItem('seeded')) return;
    sessionStorage.setItem('seeded', 'yes');
    localStorage.setItem('surae.self-check', stored);
  }, JSON.stringify(selfCheck));
}

/** The input of a vignette, by its name, such as `achilles-rupture/pop-at-squash`. */
export function inputOf(vignette: string): Input {
  const found = readVignettes().find(({ name }) => name === vignette);
  if (!found) throw new Error(`no vignette ${vignette}`);
  return found.input;
}
