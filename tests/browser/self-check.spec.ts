import type { Page } from '@playwright/test';
import { knowledgeBase } from '@/lib/knowledge/read-rules';
import type { Question } from '@/lib/triage/knowledge-base';
import { expect, test } from './fixtures';

const base = knowledgeBase();
const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const goOn = (page: Page) => page.getByRole('button', { name: 'Continue' }).click();
const input = (page: Page, value: string) => page.locator(`input[value="${value}"]`);

function find(id: string): Question {
  const question = base.questions.find((one) => one.id === id);
  if (!question) throw new Error(`no question ${id}`);
  return question;
}

/** The values of the options, with those that say that all is well first. */
function calmValue({ options = [] }: Question): string {
  const calm = options.find(({ exclusive, value }) => exclusive || value === 'no');
  return (calm ?? options[0])?.value ?? '';
}

async function begin(page: Page, path = '/check') {
  await page.goto(path);
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await expect(page).toHaveURL(/question=chest-symptoms/);
}

/** Waits for the question of the address, and returns it; undefined at the review. */
async function arrive(page: Page): Promise<Question | undefined> {
  await expect(heading(page)).toBeFocused();
  const id = new URL(page.url()).searchParams.get('question') ?? '';
  if (id === 'review') return undefined;
  const question = find(id);
  await expect(heading(page)).toHaveText(question.patient.en);
  return question;
}

/** Answers what is asked until `last` is reached: as given, else calmly. */
async function answerUntil(page: Page, last: string, given: Record<string, string> = {}) {
  for (;;) {
    const question = await arrive(page);
    if (!question || question.id === last) return;
    const value = given[question.id];
    if (question.id === 'age') await page.getByRole('textbox').fill(value ?? '40');
    else if (question.type === 'number') await input(page, value ?? '3').check();
    else await input(page, value ?? calmValue(question)).check();
    await goOn(page);
    await expect(page).not.toHaveURL(new RegExp(`question=${question.id}$`));
  }
}

test('the self-check is answered with the keyboard alone, and nothing leaves the device', async ({
  page,
}) => {
  test.setTimeout(120_000);
  const requests: string[] = [];
  page.on('request', (request) => requests.push(`${request.method()} ${request.url()}`));
  await page.goto('/check');
  await page.getByRole('button', { name: 'Start', exact: true }).focus();
  await page.keyboard.press('Enter');

  for (let question = await arrive(page); question; question = await arrive(page)) {
    if (question.id === 'age') {
      await page.keyboard.press('Tab');
      await page.keyboard.type('97');
    } else {
      const value = question.type === 'number' ? '3' : calmValue(question);
      await page.keyboard.press('Tab');
      for (let tries = 0; tries < 40; tries += 1) {
        if (await input(page, value).evaluate((one) => one === document.activeElement)) break;
        const isRadio = (await page.locator('input[type=radio]:focus').count()) > 0;
        await page.keyboard.press(isRadio ? 'ArrowDown' : 'Tab');
      }
      if (!(await input(page, value).isChecked())) await page.keyboard.press('Space');
    }
    await page.keyboard.press('Enter');
    await expect(page).not.toHaveURL(new RegExp(`question=${question.id}$`));
  }

  await expect(heading(page)).toHaveText('Look through your answers');
  await page.getByRole('button', { name: 'See my result' }).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/check\/result$/);
  expect(requests.filter((request) => !request.startsWith('GET '))).toEqual([]);
  // Next's own mark of a page's data is the only parameter.
  const parameters = requests.flatMap((request) => [
    ...new URL(request.slice(4)).searchParams.keys(),
  ]);
  expect(parameters.filter((name) => name !== '_rsc')).toEqual([]);
});

test('a page without an answer is refused: summary, field and title say so', async ({
  page,
  expectAccessible,
}) => {
  await begin(page);
  await goOn(page);
  const summary = page.getByRole('alert').filter({ hasText: 'There is a problem' });
  await expect(summary).toBeFocused();
  await expect(page).toHaveTitle(/^Error: /);
  await expect(
    page.getByRole('group', { name: find('chest-symptoms').patient.en }),
  ).toHaveAccessibleDescription(/Choose at least one answer/);
  await expectAccessible();
  await summary.getByRole('link').click();
  await expect(page.locator('input').first()).toBeFocused();
  await page.keyboard.press('Space');
  await expect(page.locator('input').first()).toBeChecked();
});

test('a blank age is refused and never read as 0, and so is one out of range', async ({
  page,
  expectAccessible,
}) => {
  await begin(page);
  await answerUntil(page, 'age');
  for (const typed of ['', '  ', '400', 'forty', '-3']) {
    await page.getByRole('textbox').fill(typed);
    await goOn(page);
    await expect(page.getByRole('alert').filter({ hasText: 'from 0 to 120' })).toBeFocused();
    await expect(page).toHaveURL(/question=age/);
  }
  await expect(page.getByRole('textbox')).toHaveAccessibleDescription(/from 0 to 120/);
  await expectAccessible();
  await page.getByRole('textbox').fill(' 41 ');
  await goOn(page);
  await expect(page).toHaveURL(/question=pain-location/);
  await page.goBack();
  await expect(page.getByRole('textbox')).toHaveValue('41');
});

test('an emergency answer stops the form at once', async ({ page, expectAccessible }) => {
  await begin(page);
  await input(page, 'breathless').check();
  await goOn(page);
  await expect(page).toHaveURL(/question=emergency/);
  await expect(heading(page)).toBeFocused();
  await expect(heading(page)).toHaveText(base.dispositions[0]?.name.patient.en ?? '');
  await expect(page.getByRole('link', { name: /^Call \d{3}$/ })).toHaveAttribute('href', /^tel:/);
  for (const number of ['999', '911', '112']) {
    await expect(page.locator(`a[href="tel:${number}"]`)).toBeVisible();
  }
  await expect(page.getByText('You answered:').first()).toBeVisible();
  await expectAccessible();

  await page.getByRole('button', { name: 'I ticked this by mistake' }).click();
  await expect(page).toHaveURL(/question=chest-symptoms/);
  await expect(input(page, 'breathless')).toBeChecked();
  await input(page, 'none').check();
  await expect(input(page, 'breathless')).not.toBeChecked();
  await goOn(page);
  await expect(page).toHaveURL(/question=limb-threat-signs/);
});

test('an emergency that arises late in the form stops it likewise', async ({ page }) => {
  await begin(page);
  await page.goto('/check?question=course');
  await input(page, 'worse').check();
  await goOn(page);
  await page.goto('/check?question=skin-changes');
  await input(page, 'blister-black').check();
  await goOn(page);
  await expect(page).toHaveURL(/question=emergency/);
  await expect(page.getByText(base.floors.emergencyScreenOpen.text.patient.en)).toHaveCount(0);
  await page.getByRole('button', { name: 'I ticked this by mistake' }).click();
  await expect(page).toHaveURL(/question=skin-changes/);
});

test('the full result of an emergency stays one step away', async ({ page }) => {
  await begin(page);
  await input(page, 'breathless').check();
  await goOn(page);
  await page.getByRole('button', { name: 'Show the full result' }).click();
  await expect(page).toHaveURL(/\/check\/result$/);
});

test('nobody passes an emergency by going on or coming back', async ({ page }) => {
  await begin(page);
  await input(page, 'breathless').check();
  await goOn(page);
  await expect(page).toHaveURL(/question=emergency/);
  await page.goBack();
  await goOn(page);
  await expect(page).toHaveURL(/question=emergency/);
  await page.goto('/check');
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(page).toHaveURL(/question=emergency/);
});

test.describe('in New York', () => {
  test.use({ timezoneId: 'America/New_York' });
  test('the big button calls 911', async ({ page }) => {
    await begin(page);
    await input(page, 'breathless').check();
    await goOn(page);
    await expect(page.getByRole('link', { name: 'Call 911', exact: true })).toBeVisible();
  });
});

test("the browser's Back and Forward go from question to question", async ({ page }) => {
  await begin(page);
  await answerUntil(page, 'tense-calf-pain');
  await page.goBack();
  await expect(page).toHaveURL(/question=cauda-equina-symptoms/);
  await expect(input(page, 'none')).toBeChecked();
  await page.goBack();
  await expect(page).toHaveURL(/question=limb-threat-signs/);
  await page.goForward();
  await expect(page).toHaveURL(/question=cauda-equina-symptoms/);
  await expect(heading(page)).toBeFocused();
  await page.getByRole('link', { name: 'Back', exact: true }).click();
  await expect(page).toHaveURL(/question=limb-threat-signs/);
});

test('a self-check that was left is gone on with, or begun anew, or deleted', async ({
  page,
  expectAccessible,
}) => {
  await begin(page);
  await answerUntil(page, 'age');
  await page.goto('/check');
  await expectAccessible();
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(page).toHaveURL(/question=age/);

  await page.reload();
  await page.getByRole('button', { name: 'Delete my answers' }).click();
  await page.getByRole('button', { name: 'Keep them' }).click();
  await expect(page).toHaveURL(/question=age/);
  await page.goto('/check');
  await page.getByRole('button', { name: 'Start over' }).click();
  await expect(page).toHaveURL(/question=chest-symptoms/);
  await expect(input(page, 'none')).not.toBeChecked();

  await page.getByRole('button', { name: 'Delete my answers' }).click();
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Start', exact: true })).toBeVisible();
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
});

test('the review names every answer, and a change returns to it', async ({
  page,
  expectAccessible,
}) => {
  test.setTimeout(120_000);
  await begin(page);
  await answerUntil(page, 'review', { fever: '?', 'pain-location': 'heel-sole' });
  const row = (text: string) => page.locator('dl > div').filter({ hasText: text });
  await expect(row(find('fever').patient.en)).toContainText('Not sure');
  await expect(row(find('age').patient.en)).toContainText('40 years');
  await expect(page.getByText('not answered')).toHaveCount(0);
  await expectAccessible();

  await page.getByRole('link', { name: `Change ${find('age').patient.en}` }).click();
  await page.getByRole('textbox').fill('52');
  await goOn(page);
  await expect(page).toHaveURL(/question=review/);
  await expect(row(find('age').patient.en)).toContainText('52 years');
});

test('another answer after the end is another submission, with a clock of its own', async ({
  page,
}) => {
  const stored = () =>
    page.evaluate(() => JSON.parse(localStorage.getItem('surae.self-check') ?? '{}'));
  await begin(page);
  await page.goto('/check?question=review');
  await page.getByRole('button', { name: 'See my result' }).click();
  await expect(page).toHaveURL(/\/check\/result$/);
  const first = await stored();
  expect(first.finishedAt).not.toBeNull();

  await page.goto('/check');
  await page.getByRole('link', { name: 'Change answers' }).click();
  await expect(page).toHaveURL(/question=review/);
  await page.goto('/check?question=age&return=review');
  await page.getByRole('textbox').fill('52');
  await goOn(page);
  await expect(page).toHaveURL(/return=review/);
  const second = await stored();
  expect(second.answers.age).toBe(52);
  expect(second.finishedAt).toBeNull();
  expect(second.submissionKey).not.toBe(first.submissionKey);
});

test('the review says how much is left, and leads back to it', async ({
  page,
  expectAccessible,
}) => {
  await begin(page);
  await page.goto('/check?question=review');
  await expect(page.getByRole('heading', { name: /About \d+ questions are left/ })).toBeVisible();
  await expectAccessible();
  await page.getByRole('link', { name: 'Go on with the questions' }).click();
  await expect(page).toHaveURL(/question=chest-symptoms&return=review/);
});

test('the form ends when nothing could change the result; the rest can still be answered', async ({
  page,
  expectAccessible,
}) => {
  test.setTimeout(120_000);
  await begin(page);
  await answerUntil(page, 'review', {
    onset: 'sudden-pop',
    'pain-location': 'achilles-mid',
    'heel-raise': 'cannot',
  });
  const others = page.getByText(/\d+ questions were not asked/);
  const count = Number.parseInt((await others.textContent()) ?? '', 10);
  expect(count).toBeGreaterThan(5);
  await others.click();
  await expect(page.locator('details li')).toHaveCount(count);
  await expectAccessible();
  await page.locator('details li').first().getByRole('link').click();
  await expect(heading(page)).toBeFocused();
  await expect(page).toHaveURL(/return=review/);
});

test('whoever goes back and on again comes to where they were', async ({ page }) => {
  await begin(page);
  await answerUntil(page, 'pain-location');
  await expect(page.getByText(/Question 8 of up to \d+/)).toBeVisible();
  await page.getByRole('link', { name: 'Back', exact: true }).click();
  await expect(page).toHaveURL(/question=age/);
  await expect(page.getByRole('textbox')).toHaveValue('40');
  await page.getByRole('textbox').fill('41');
  await goOn(page);
  await expect(page).toHaveURL(/question=pain-location/);
});

test('"None of these" and "Not sure" stand alone', async ({ page }) => {
  await begin(page);
  await answerUntil(page, 'limb-threat-signs');
  await input(page, 'cold').check();
  await input(page, 'pale-blue').check();
  await input(page, 'none').check();
  await expect(page.locator('input:checked')).toHaveCount(1);
  await page.getByRole('checkbox', { name: 'Not sure' }).check();
  await expect(page.locator('input:checked')).toHaveValue('?');
  await input(page, 'cold').check();
  await expect(page.locator('input:checked')).toHaveValue('cold');
});

test.describe('the leg map', () => {
  test.beforeEach(async ({ page }) => {
    await begin(page);
    await answerUntil(page, 'pain-location');
  });

  test('a tap on an area ticks the option in the list, and the other way round', async ({
    page,
    expectAccessible,
  }) => {
    const map = page.getByRole('group', { name: 'Leg map' });
    for (const { value } of find('pain-location').options ?? []) {
      const area = map.locator(`[role=checkbox][data-area="${value}"]`);
      await expect(area).toHaveAttribute('aria-checked', 'false');
      await area.locator('path').last().dispatchEvent('click');
      await expect(input(page, value)).toBeChecked();
      await expect(area).toHaveAttribute('aria-checked', 'true');
    }
    await expectAccessible();
    await input(page, 'achilles-mid').uncheck();
    await expect(map.locator('[role=checkbox][data-area="achilles-mid"]')).toHaveAttribute(
      'aria-checked',
      'false',
    );
  });

  test('a finger finds the areas', async ({ page }) => {
    const map = page.getByRole('group', { name: 'Leg map' });
    for (const value of ['upper-inner-calf', 'achilles-mid', 'achilles-insertion', 'heel-sole']) {
      await map.locator(`[role=checkbox][data-area="${value}"]`).click();
      await expect(input(page, value)).toBeChecked();
    }
  });

  test('the arrow keys go from area to area, and Space ticks', async ({ page }) => {
    const list = find('pain-location').options ?? [];
    await page.keyboard.press('Tab');
    const reached = new Set<string | null>();
    for (const _ of list) {
      const area = page.locator('[role=checkbox][data-area]:focus');
      reached.add(await area.getAttribute('data-area'));
      await page.keyboard.press('Space');
      await page.keyboard.press('ArrowRight');
    }
    expect([...reached].sort()).toEqual(list.map(({ value }) => value).sort());
    await expect(page.locator('input:checked')).toHaveCount(list.length);
    await page.keyboard.press('Tab');
    await expect(page.locator('input').first()).toBeFocused();
  });
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`by ${colorScheme}`, () => {
    test.use({ colorScheme });
    test('every kind of page is accessible', async ({ page, expectAccessible }) => {
      test.setTimeout(120_000);
      for (const path of ['/', '/clinic', '/check']) {
        await page.goto(path);
        await expect(heading(page)).toBeVisible();
        await expectAccessible();
      }
      await begin(page);
      for (const id of ['tense-calf-pain', 'age', 'pain-location', 'pain-score']) {
        await page.goto(`/check?question=${id}`);
        await expect(heading(page)).toHaveText(find(id).patient.en);
        await page.getByText('Why do you ask?').click();
        await expectAccessible();
      }
    });
  });
}

test('a clinician reads clinical wording', async ({ page }) => {
  await page.goto('/clinic');
  await page.getByRole('link', { name: 'Start the check' }).click();
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await expect(heading(page)).toHaveText(find('chest-symptoms').clinician.en);
});

test('a page that cannot load the questions says so and tries again', async ({ page }) => {
  let isOffline = true;
  await page.route('**/knowledge-base/*', (route) =>
    isOffline ? route.fulfill({ status: 200, body: 'no json' }) : route.continue(),
  );
  await page.goto('/check');
  await expect(page.getByText('The questions could not be loaded')).toBeVisible();
  isOffline = false;
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('button', { name: 'Start', exact: true })).toBeVisible();
});
