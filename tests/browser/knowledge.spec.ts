import { knowledgeBase } from '@/lib/knowledge/read-rules';
import { expect, test } from './fixtures';

const base = knowledgeBase();
const rooms = [
  '/knowledge',
  '/knowledge/conditions/achilles-rupture',
  '/knowledge/red-flags',
  '/knowledge/instruments',
  '/knowledge/examination',
  '/knowledge/questions',
  '/knowledge/rehabilitation',
  '/knowledge/sources',
];

for (const room of rooms) {
  test(`${room} is accessible and says its version, hash and review`, async ({
    page,
    expectAccessible,
  }) => {
    // axe takes half a minute for the longest page on a busy machine.
    test.setTimeout(120_000);
    await page.goto(room);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByRole('main')).toContainText(base.version);
    await expect(page.getByRole('main')).toContainText(base.hash);
    await expect(page.getByRole('main')).toContainText(
      base.review?.reviewer ?? base.notReviewedNotice.en,
    );
    await expectAccessible();
  });
}

test('every condition has a page that the list leads to', async ({ page, request }) => {
  await page.goto('/knowledge');
  const links = page.getByRole('main').locator('a[href^="/knowledge/conditions/"]');
  const hrefs = await links.evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''));
  expect(hrefs.sort()).toEqual(
    base.conditions.map(({ id }) => `/knowledge/conditions/${id}`).sort(),
  );
  for (const href of hrefs) expect((await request.get(href)).status(), href).toBe(200);
});

test('every link between the rooms leads to something', async ({ request }) => {
  const pages = new Map<string, string>();
  const read = async (path: string) => {
    const known = pages.get(path) ?? (await (await request.get(path)).text());
    pages.set(path, known);
    return known;
  };
  const missing = new Set<string>();
  const paths = [...rooms, ...base.conditions.map(({ id }) => `/knowledge/conditions/${id}`)];
  for (const path of paths) {
    for (const [, href = ''] of (await read(path)).matchAll(/href="(\/knowledge[^"]*)"/g)) {
      const [target = '', anchor] = href.split('#');
      const content = await read(target);
      if (anchor && !content.includes(`id="${anchor}"`)) missing.add(href);
    }
  }
  expect([...missing]).toEqual([]);
});

test('a condition that does not exist is not found', async ({ request }) => {
  expect((await request.get('/knowledge/conditions/no-such-condition')).status()).toBe(404);
});
