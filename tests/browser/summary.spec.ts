import type { Page } from '@playwright/test';
import { knowledgeBase } from '@/lib/knowledge/read-rules';
import { assess } from '@/lib/triage/assess';
import { draftVignettes } from '../draft-vignettes';
import { expect, test } from './fixtures';
import { inputOf, seedSelfCheck } from './seed-self-check';

const base = knowledgeBase();
const rupture = inputOf('achilles-rupture/pop-at-squash');
const firstPage = (page: Page) => page.locator('[data-page="first"]');

async function openSummary(page: Page) {
  await page.goto('/check/summary');
  await firstPage(page).waitFor();
}

async function countPrintedPages(page: Page, format: string): Promise<number> {
  const pdf = await page.pdf({ format });
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

/** Of all vignettes those with most to say. */
const fullest = [
  'acute-compartment-syndrome/found-after-long-lie',
  'cauda-equina-syndrome/pregnant-in-a-wheelchair-cannot-feel-herself-pee',
  'acute-compartment-syndrome/recruit-after-loaded-march',
  'deep-vein-thrombosis/bakers-cyst-bruised-ankle-and-cancer',
].map((name) => ({ name, input: inputOf(name) }));

for (const { name, input } of [...draftVignettes(), ...fullest]) {
  test(`${name} fits one page, A4 and Letter`, async ({ page }) => {
    await seedSelfCheck(page, input);
    await openSummary(page);
    await page.locator('[data-page="detail"]').evaluate((detail) => detail.remove());
    expect(await countPrintedPages(page, 'A4')).toBe(1);
    expect(await countPrintedPages(page, 'Letter')).toBe(1);
  });
}

test('the summary is in clinical wording, though the patient answered', async ({
  page,
  expectAccessible,
}) => {
  await seedSelfCheck(page, rupture);
  await openSummary(page);
  const { urgency, ranking, referral } = await assess(base, rupture, new Date(), 'en', 'clinician');
  const level = base.dispositions.find(({ id }) => id === urgency);
  await expect(page.getByRole('region', { name: 'Urgency' })).toContainText(
    level?.name.clinician.en ?? '',
  );
  await expect(page.getByRole('region', { name: 'Considered' }).first()).toContainText(
    ranking[0]?.name ?? '',
  );
  await expect(page.getByRole('region', { name: 'Asked of you' }).first()).toContainText(
    referral.tests[0] ?? '',
  );
  await expectAccessible();
});

test('what is asked of the provider stands in the first third of the page', async ({ page }) => {
  await seedSelfCheck(page, rupture);
  await openSummary(page);
  await page.emulateMedia({ media: 'print' });
  const [paperMm, pixelsPerMm] = [{ width: 180, height: 267 }, 96 / 25.4];
  const height = Math.floor(paperMm.height * pixelsPerMm);
  await page.setViewportSize({ width: Math.floor(paperMm.width * pixelsPerMm), height });
  const tests = await page.getByRole('region', { name: 'Asked of you' }).first().boundingBox();
  expect(tests).not.toBeNull();
  expect((tests?.y ?? height) + (tests?.height ?? 0)).toBeLessThan(height / 2);
  expect(tests?.y ?? height).toBeLessThan(height / 3);
});

for (const [paper, width, height] of [
  ['A4', 180, 267],
  ['Letter', 186, 249],
] as const) {
  test(`its letters are 8 points and more on ${paper}`, async ({ page }) => {
    await seedSelfCheck(page, rupture);
    await openSummary(page);
    await page.emulateMedia({ media: 'print' });
    const pixelsPerMm = 96 / 25.4;
    await page.setViewportSize({
      width: Math.floor(width * pixelsPerMm),
      height: Math.floor(height * pixelsPerMm),
    });
    const told = page.getByRole('region', { name: 'Told to the patient' }).first().locator('p');
    const sizePx = await told.first().evaluate((one) => parseFloat(getComputedStyle(one).fontSize));
    expect((sizePx * 72) / 96).toBeGreaterThanOrEqual(7.99);
  });
}

test('what nobody answered is printed as unknown, and what nobody examined as not excluded', async ({
  page,
}) => {
  await seedSelfCheck(page, rupture);
  await openSummary(page);
  const detail = page.locator('[data-page="detail"]');
  await expect(detail.getByText('unknown (not answered)').first()).toBeVisible();
  await expect(firstPage(page).getByText(/that only an examination can exclude/)).toBeVisible();
});

test('what the answers say no to has no sign of an urgency beside it', async ({ page }) => {
  await seedSelfCheck(page, rupture);
  await openSummary(page);
  const titled = /^The answers say no to \(\d+\)$/;
  const column = firstPage(page)
    .locator('div')
    .filter({
      has: page.locator('> h3', { hasText: titled }),
    });
  await expect(column.getByRole('listitem').first()).toBeVisible();
  await expect(column.locator('svg')).toHaveCount(0);
});

test('the detail follows on pages of its own', async ({ page }) => {
  await seedSelfCheck(page, rupture);
  await openSummary(page);
  expect(await countPrintedPages(page, 'A4')).toBeGreaterThan(1);
});

test('it can be printed, and nothing of the site is printed with it', async ({ page }) => {
  await seedSelfCheck(page, rupture);
  await openSummary(page);
  await page.evaluate(() => {
    window.print = () => document.body.setAttribute('data-printed', 'yes');
  });
  await page.getByRole('button', { name: 'Print' }).click();
  await expect(page.locator('body')).toHaveAttribute('data-printed', 'yes');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('button', { name: 'Print' })).toBeHidden();
  await expect(page.getByRole('navigation')).toBeHidden();
});

test('without answers, the way to the questions', async ({ page, expectAccessible }) => {
  await page.goto('/check/summary');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'There are no answers on this device',
  );
  await expectAccessible();
});
