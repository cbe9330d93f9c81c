/** Five people, each from the first page to the printed one. */
import { knowledgeBase } from '@/lib/knowledge/read-rules';
import { readVignettes } from '@/lib/knowledge/read-vignettes';
import type { Answers } from '@/lib/triage/answers';
import { dispositionOf } from '@/lib/triage/disposition';
import { answer, arrive, calmAnswer, ofThemselves } from './answer-question';
import { expect, test } from './fixtures';

const base = knowledgeBase();
const vignettes = readVignettes();
const stories = [
  'deep-vein-thrombosis/swollen-after-knee-operation',
  'achilles-rupture/pop-at-squash',
  'gastrocnemius-strain/tennis-lunge',
  'nocturnal-leg-cramps/night-cramps-normal-leg',
  's1-radiculopathy/sciatica-with-weak-push-off',
];
/** On every question of this one axe looks twice: as it stands, and refused. */
const looksTwice = 'achilles-rupture/pop-at-squash';
for (const name of stories) {
  test(`${name}, from the first page to the printed one`, async ({ page, expectAccessible }) => {
    // The one that looks twice runs some fifty accessibility checks.
    test.setTimeout(360_000);
    const vignette = vignettes.find((one) => one.name === name);
    if (!vignette) throw new Error(`no vignette ${name}`);
    const { expected } = vignette;
    const answers: Answers = { ...ofThemselves, ...vignette.input.answers };

    await page.goto('/');
    await expectAccessible();
    await page.getByRole('link', { name: 'Check my leg' }).last().click();
    await page.getByRole('button', { name: 'Start', exact: true }).click();
    for (let question = await arrive(page); question; question = await arrive(page)) {
      if (name === looksTwice) {
        await expectAccessible();
        await page.getByRole('button', { name: 'Continue' }).click();
        await expect(page.getByRole('alert').filter({ hasText: 'problem' })).toBeFocused();
        await expectAccessible();
      }
      await answer(page, question, answers[question.id] ?? calmAnswer(question));
      await page.getByRole('button', { name: 'Continue' }).click();
      await expect(page).not.toHaveURL(new RegExp(`question=${question.id}$`));
    }
    await expectAccessible();

    await page.getByRole('button', { name: 'See my result' }).click();
    const { name: level } = dispositionOf(base, expected.urgency);
    await expect(page.getByRole('heading', { level: 1 })).toContainText(level.patient.en);
    const condition = base.conditions.find(({ id }) => id === expected.condition);
    const possibilities = page.getByRole('region', { name: 'What it may be' });
    await expect(possibilities.locator('summary, h3').first()).toContainText(
      condition?.name.patient.en ?? '',
    );
    await expectAccessible();

    await page.getByRole('link', { name: 'Print a page for your provider' }).click();
    await expect(page.getByText(condition?.name.clinician.en ?? '').first()).toBeVisible();
    await expect(page.getByText(level.clinician.en).first()).toBeVisible();
    await expect(page.getByText(base.hash.slice(0, 8)).first()).toBeVisible();
    await expectAccessible();
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByText(level.clinician.en).first()).toBeVisible();
    await expect(page.getByRole('navigation').first()).toBeHidden();
  });
}
