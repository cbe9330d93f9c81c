import type { Page } from '@playwright/test';
import { knowledgeBase } from '@/lib/knowledge/read-rules';
import { isWorthShowing } from '@/lib/summary/worth-showing';
import { assess } from '@/lib/triage/assess';
import { emergencyQuestionIds } from '@/lib/triage/knowledge-base';
import { textOfPages } from '../read-pdf';
import { expect, test } from './fixtures';
import { inputOf, seedSelfCheck } from './seed-self-check';

const base = knowledgeBase();
const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const rupture = inputOf('achilles-rupture/pop-at-squash');
const whenThereIsTime = /^When there is time/;
const section = (page: Page, name: string) => page.getByRole('region', { name });

test('without answers, the way to the questions', async ({ page, expectAccessible }) => {
  await page.goto('/check/result');
  await expect(heading(page)).toHaveText('There are no answers on this device');
  await expectAccessible();
  await page.getByRole('main').getByRole('link', { name: 'Check my leg' }).click();
  await expect(page).toHaveURL('/check');
});

for (const name of [
  'pulmonary-embolism/swollen-and-breathless',
  'achilles-rupture/pop-at-squash',
  'drug-associated-tendinopathy/sore-on-ciprofloxacin',
  'peripheral-artery-disease/smoker-stops-after-200-m',
  'gastrocnemius-strain/tennis-lunge',
  'nocturnal-leg-cramps/night-cramps-normal-leg',
]) {
  test(`${name}: the urgency stands first, in words`, async ({ page, expectAccessible }) => {
    const input = inputOf(name);
    const { urgency, ranking, safetyNet } = await assess(base, input, new Date());
    const level = base.dispositions.find(({ id }) => id === urgency);
    await seedSelfCheck(page, input);
    await page.goto('/check/result');
    await expect(heading(page)).toHaveText(level?.name.patient.en ?? '');
    await expect(page.getByText(level?.instruction.patient.en ?? '')).toBeVisible();
    if (urgency === 'emergency-now') await page.getByText(whenThereIsTime).click();
    await expect(section(page, 'What it may be').locator('summary').first()).toContainText(
      ranking[0]?.name ?? '',
    );
    for (const text of safetyNet) {
      await expect(section(page, 'When to get help sooner').getByText(text)).toBeVisible();
    }
    await expectAccessible();
  });
}

test('the whole result is accessible in the dark, with everything unfolded', async ({
  page,
  expectAccessible,
}) => {
  // Axe reads some thousand nodes.
  test.setTimeout(120_000);
  await page.emulateMedia({ colorScheme: 'dark' });
  await seedSelfCheck(page, rupture);
  await page.goto('/check/result');
  await heading(page).waitFor();
  await page.locator('details').evaluateAll((all) => {
    for (const one of all) (one as HTMLDetailsElement).open = true;
  });
  await expectAccessible();
});

test('an emergency has one big button, at the top, and it calls', async ({ page }) => {
  await seedSelfCheck(page, inputOf('pulmonary-embolism/swollen-and-breathless'));
  await page.goto('/check/result');
  const call = page.getByRole('link', { name: /^Call \d+$/ });
  await expect(call).toBeInViewport({ ratio: 1 });
  expect(await call.getAttribute('href')).toMatch(/^tel:(999|911|112)$/);
});

test('in an emergency the reasons wait until somebody unfolds them', async ({ page }) => {
  await seedSelfCheck(page, inputOf('pulmonary-embolism/swollen-and-breathless'));
  await page.goto('/check/result');
  await heading(page).waitFor();
  await expect(page.getByRole('region', { name: 'What not to do' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'What it may be' })).toHaveCount(0);
  const heightOf = () => page.evaluate(() => document.documentElement.scrollHeight);
  const folded = await heightOf();
  await page.getByText(whenThereIsTime).click();
  await expect(page.getByRole('region', { name: 'What it may be' })).toBeVisible();
  expect(await heightOf()).toBeGreaterThan(folded * 2);
});

test('the deadline is said in local words', async ({ page }) => {
  await seedSelfCheck(page, rupture);
  await page.goto('/check/result');
  await expect(page.locator('main time').first()).toHaveText(
    /^(Before \d\d:\d\d today|As soon as you can, and before \d\d:\d\d tomorrow)$/,
  );
});

for (const [name, what] of [
  ['achilles-rupture/pop-at-squash', /go now/],
  ['drug-associated-tendinopathy/sore-on-ciprofloxacin', /call today/],
] as const) {
  test(`${name}: a result whose time has passed says so first, and what to do now`, async ({
    page,
    expectAccessible,
  }) => {
    const before = new Date(Date.now() - 5 * 86_400_000);
    await seedSelfCheck(page, inputOf(name), before);
    await page.goto('/check/result');
    await expect(heading(page)).toHaveText(/: the time for this has passed$/);
    await expect(page.getByText(/^If nobody has seen the leg since then/)).toHaveText(what);
    await expect(page.locator('main time').first()).toHaveText(/^It was due by /);
    await expectAccessible();
    await page.getByRole('link', { name: /answer the questions again$/ }).click();
    await expect(page).toHaveURL('/check');
  });
}

test('a patient first reads what is needed now, and unfolds the rest', async ({ page }) => {
  await seedSelfCheck(page, rupture);
  await page.goto('/check/result');
  await heading(page).waitFor();
  const { ranking, recovery } = await assess(base, rupture, new Date());
  const shown = ranking.filter(isWorthShowing).slice(0, 3).length;
  expect(ranking.length).toBeGreaterThan(shown);
  await expect(section(page, 'What it may be').locator('li summary')).toHaveCount(shown);
  await section(page, 'What it may be')
    .getByText(/^Show all/)
    .click();
  await expect(section(page, 'What it may be').locator('li summary')).toHaveCount(ranking.length);
  const change = section(page, 'What would change this');
  await expect(change.getByRole('listitem')).toHaveCount(0);
  await change.getByText('Show what would change it').click();
  await expect(change.getByRole('listitem').first()).toBeVisible();
  await expect(page.getByText(recovery ?? '')).toHaveCount(0);
  await section(page, 'Treatment and recovery')
    .getByText(/^Show what comes later/)
    .click();
  await expect(page.getByText(recovery ?? '')).toBeVisible();
});

test('what only an examination can find comes last for a patient, folded', async ({ page }) => {
  const input = inputOf('calf-contusion/swollen-calf-on-three-blood-thinners-after-a-stent');
  await seedSelfCheck(page, input);
  await page.goto('/check/result');
  const { notExcluded } = await assess(base, input, new Date());
  const isLeft = (id: string) =>
    !(id in input.answers) && base.questions.some((question) => question.id === id);
  const canBeAsked = notExcluded.filter(({ ask }) => ask.some(isLeft));
  const others = notExcluded.filter((flag) => !canBeAsked.includes(flag));
  expect(others.length).toBeGreaterThan(0);
  const lines = section(page, 'What is not ruled out').locator('li > p:first-child');
  const shown = [...canBeAsked, ...others].map(({ text }) => text);
  await expect(lines).toHaveText(shown.slice(0, 2));
  await section(page, 'What is not ruled out')
    .getByText(/^Show \d+ more$/)
    .click();
  await expect(lines).toHaveText(shown);
});

for (const name of [
  'pulmonary-embolism/swollen-and-breathless',
  'gastrocnemius-strain/tennis-lunge',
]) {
  test(`${name}: all that is folded stands on paper, and is folded again after`, async ({
    page,
  }) => {
    const input = inputOf(name);
    await seedSelfCheck(page, input);
    await page.goto('/check/result');
    await section(page, 'What to do now').waitFor();
    const bare = (text: string) => text.replaceAll(/[\s\u00ad-]/g, '');
    const printed = bare(textOfPages(await page.pdf({ format: 'A4' })).join(''));
    const {
      urgency,
      advice,
      avoid,
      safetyNet,
      ranking,
      notExcluded,
      urgencyReasons,
      rehabilitation,
      recovery,
    } = await assess(base, input, new Date());
    for (const text of [
      ...[...advice, ...avoid, ...safetyNet, recovery ?? ''],
      ...ranking.map((condition) => condition.name),
      ...(ranking[0]?.supports ?? []).map((evidence) => evidence.text),
      ...[...notExcluded, ...urgencyReasons].map((one) => one.text),
      ...rehabilitation.map((option) => option.note),
      urgency === 'emergency-now'
        ? 'No single thing that is still open'
        : 'What an examination could find',
    ]) {
      expect(printed).toContain(bare(text));
    }
    expect(printed).not.toContain('Deletemyanswers');
    await expect(page.locator('details[open]')).toHaveCount(0);
  });
}

test('a condition unfolds to what is for, against and not known, with basis and source', async ({
  page,
}) => {
  await seedSelfCheck(page, rupture);
  await page.goto('/check/result');
  const first = section(page, 'What it may be').locator('details').first();
  await first.locator('summary').click();
  for (const name of ['For it', 'Against it', 'Not known']) {
    await expect(first.getByRole('heading', { name, exact: true })).toBeVisible();
  }
  await expect(first.getByText('Consensus', { exact: true }).first()).toBeVisible();
  await first.locator('a[href*="/knowledge/sources#"]').first().click();
  await expect(page).toHaveURL(/\/knowledge\/sources#/);
});

test('an emergency question left open is named, with the way back to it', async ({ page }) => {
  const [left = ''] = emergencyQuestionIds(base);
  const { [left]: _left, ...answers } = rupture.answers;
  await seedSelfCheck(page, { audience: 'patient', answers });
  await page.goto('/check/result');
  const question = base.questions.find(({ id }) => id === left);
  await expect(page.getByRole('main')).not.toContainText('{');
  await section(page, 'Answer this first')
    .getByRole('link', { name: question?.patient.en ?? '' })
    .click();
  await expect(page).toHaveURL(`/check?question=${left}`);
});

test('what is not ruled out leads back to the question that would settle it', async ({ page }) => {
  await seedSelfCheck(page, rupture);
  const { notExcluded } = await assess(base, rupture, new Date());
  await page.goto('/check/result');
  const open = section(page, 'What is not ruled out');
  await expect(open).toContainText(notExcluded[0]?.text ?? '');
  await expect(open.getByRole('link').first()).toHaveAttribute(
    'href',
    `/check?question=${notExcluded[0]?.ask[0]}`,
  );
});

for (const [why, answers] of [
  ['nothing is supported', { age: 40 }],
  ['the person is out of scope', { age: 5 }],
] as const) {
  test(`where ${why}, the tool says that it cannot assess this`, async ({
    page,
    expectAccessible,
  }) => {
    await seedSelfCheck(page, { audience: 'patient', answers });
    await page.goto('/check/result');
    await expect(page.getByText('This tool cannot assess this', { exact: true })).toBeVisible();
    await expect(section(page, 'What it may be')).toHaveCount(0);
    await expectAccessible();
  });
}

test('the answers are deleted from the device, once confirmed', async ({ page }) => {
  await seedSelfCheck(page, rupture);
  await page.goto('/check/result');
  await page.getByRole('button', { name: 'Delete my answers' }).click();
  await page.getByRole('button', { name: 'Yes, delete them' }).click();
  await expect(heading(page)).toHaveText('There are no answers on this device');
  expect(await page.evaluate(() => localStorage.getItem('surae.self-check'))).toBeNull();
  await page.reload();
  await expect(heading(page)).toHaveText('There are no answers on this device');
});

test('answers that no longer fit the questions are looked through again', async ({
  page,
  expectAccessible,
}) => {
  await seedSelfCheck(page, { audience: 'patient', answers: { onset: 'no-such-option' } });
  await page.goto('/check/result');
  await expect(heading(page)).toHaveText('The questions have changed since you answered them');
  await expectAccessible();
});
