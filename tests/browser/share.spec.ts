import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from '@/lib/intake/generated/client';
import { submitIntake } from '@/lib/intake/submit-intake';
import { knowledgeBase } from '@/lib/knowledge/read-rules';
import { calmScreen } from '../calm-screen';
import { expect, test } from './fixtures';

const answers = {
  ...calmScreen,
  age: 34,
  'sex-at-birth': 'male',
  onset: 'sudden-pop',
  'pain-location': ['achilles-mid'],
  'heel-raise': 'cannot',
};
const dayMs = 24 * 60 * 60 * 1000;

// Several pages each, some of them read by axe: slow while the machine does other things.
test.describe.configure({ timeout: 120_000 });

/** The result of these answers, on a device that has just given them. */
async function openResult(page: Page) {
  const finishedAt = new Date().toISOString();
  const selfCheck = {
    version: 1,
    audience: 'patient',
    answers,
    unsure: ['walking'],
    startedAt: finishedAt,
    finishedAt,
    submissionKey: randomUUID(),
  };
  await page.goto('/shared');
  await page.evaluate(
    (value) => localStorage.setItem('surae.self-check', value),
    JSON.stringify(selfCheck),
  );
  await page.goto('/check/result');
  await expect(shareButton(page)).toBeVisible();
}

const shareButton = (page: Page) => page.getByRole('button', { name: 'Share the answers' });
const reference = (page: Page) => page.getByTestId('reference');

async function share(page: Page): Promise<string> {
  await shareButton(page).click();
  await expect(reference(page)).toHaveText(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/);
  return reference(page).innerText();
}

/** A page of somebody else, on another device. A reference that opens nothing logs its 404. */
async function otherPage(browser: Browser, baseURL: string | undefined): Promise<Page> {
  const context = await browser.newContext({ baseURL: baseURL ?? '' });
  return context.newPage();
}

test('what a patient shares is what the provider opens, and the patient prints', async ({
  page,
  browser,
  baseURL,
  expectAccessible,
}) => {
  await openResult(page);
  await expectAccessible();
  const shared = await share(page);
  await expect(
    page.getByRole('img', { name: `QR code that opens the summary ${shared}` }),
  ).toBeVisible();
  await expectAccessible();

  const provider = await otherPage(browser, baseURL);
  await provider.goto('/clinic');
  await provider.getByLabel('Reference').fill(` ${shared.toLowerCase().replaceAll('-', ' ')} `);
  await provider.getByRole('button', { name: 'Open the summary' }).click();
  await expect(provider).toHaveURL(`/shared/${shared}`);
  const opened = provider.getByRole('article');
  await expect(opened).toContainText(`Reference ${shared}`);

  await page.goto('/check/summary');
  const printed = page.getByRole('article');
  await expect(printed).toBeVisible();
  // Either may still be drawing what only the device knows.
  await expect(async () => {
    const readByProvider = (await opened.innerText()).replaceAll(`· Reference ${shared}`, '');
    expect(words(readByProvider)).toBe(words(await printed.innerText()));
  }).toPass();
  await provider.context().close();
});

function words(text: string): string {
  return text.split(/\s+/).filter(Boolean).join(' ');
}

test('nothing of it is in an address, and a search engine or a cache keeps none', async ({
  page,
}) => {
  const addresses: string[] = [];
  page.on('request', (request) => addresses.push(request.url()));
  await openResult(page);
  const shared = await share(page);
  const response = await page.goto(`/shared/${shared}`);
  expect(response?.headers()['cache-control']).toContain('no-store');
  expect(response?.headers()['referrer-policy']).toBe('no-referrer');
  await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', /noindex/);
  expect(addresses.filter((address) => /pop|achilles|cannot/.test(address))).toEqual([]);
});

test('a lost answer loses nothing: trying again gives the reference that it held', async ({
  page,
}) => {
  await openResult(page);
  let lost = '';
  await page.route('**/api/intakes', async (route) => {
    const response = await route.fetch();
    lost = (await response.json()).reference;
    // As if the server had failed right after: the browser logs no error for a gateway's answer.
    await route.fulfill({ status: 200, contentType: 'text/html', body: '<p>Bad gateway</p>' });
  });
  await shareButton(page).click();
  await expect(page.getByText('This did not go through.')).toBeVisible();
  await page.unroute('**/api/intakes');
  await page.reload();
  expect(await share(page)).toBe(lost);
});

test('what is deleted opens no more, and can be shared anew', async ({
  page,
  browser,
  baseURL,
}) => {
  await openResult(page);
  const shared = await share(page);
  await page.getByRole('button', { name: 'Delete what I shared' }).click();
  await page.getByRole('button', { name: 'Yes, delete it' }).click();
  await expect(page.getByText(`Deleted: ${shared} opens nothing any more.`)).toBeFocused();

  const provider = await otherPage(browser, baseURL);
  expect((await provider.goto(`/shared/${shared}`))?.status()).toBe(404);
  const anew = await share(page);
  expect(anew).not.toBe(shared);
  expect((await provider.goto(`/shared/${anew}`))?.status()).toBe(200);
  await provider.context().close();
});

test('what was shared before the answers changed can still be deleted', async ({ page }) => {
  await openResult(page);
  const shared = await share(page);
  await page.evaluate((key) => {
    const stored = JSON.parse(localStorage.getItem('surae.self-check') ?? '');
    const changed = { ...stored, answers: { ...stored.answers, age: 35 }, submissionKey: key };
    localStorage.setItem('surae.self-check', JSON.stringify(changed));
  }, randomUUID());
  await page.reload();
  await expect(page.getByText(shared)).toBeVisible();
  const other = await share(page);
  await page
    .getByRole('listitem')
    .filter({ hasText: shared })
    .getByRole('button', { name: 'Delete what I shared' })
    .click();
  await page.getByRole('button', { name: 'Yes, delete it' }).click();
  await expect(page.getByText(`Deleted: ${shared} opens nothing any more.`)).toBeFocused();
  await expect(reference(page)).toHaveText(other);
});

test('deleting the answers takes the references off the device', async ({ page }) => {
  await openResult(page);
  await share(page);
  await page.evaluate(() => localStorage.removeItem('surae.self-check'));
  await page.goto('/check');
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await expect(page).toHaveURL(/question=/);
  expect(await page.evaluate(() => localStorage.getItem('surae.shares'))).toBeNull();
});

test('unknown, malformed, expired and deleted references are answered alike, byte for byte', async ({
  page,
  request,
}) => {
  await openResult(page);
  const deleted = await share(page);
  await request.delete(`/api/intakes/${deleted}`);
  const references = [
    await expiredReference(),
    deleted,
    'ZZZZ-ZZZZ-ZZZZ-ZZZZ',
    'no-reference-at-all',
  ];
  const answered = [];
  for (const one of references) {
    const response = await request.get(`/shared/${one}`);
    const body = (await response.text()).replaceAll(one, 'REFERENCE');
    answered.push({ status: response.status(), body: withoutNonce(body, response.headers()) });
  }
  expect(answered[0]).toMatchObject({ status: 404 });
  for (const other of answered.slice(1)) expect(other).toEqual(answered[0]);
});

function withoutNonce(body: string, headers: Record<string, string>): string {
  const [, nonce] = /'nonce-([^']+)'/.exec(headers['content-security-policy'] ?? '') ?? [];
  return nonce ? body.replaceAll(nonce, 'NONCE') : body;
}

/** The reference of something that was shared 31 days ago. */
async function expiredReference(): Promise<string> {
  const folder = join(process.env.SURAE_TEST_DATA ?? '', 'postgres');
  const [password, port] = ['password', 'port'].map((name) =>
    readFileSync(join(folder, name), 'utf8'),
  );
  const connectionString = `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
  const database = new PrismaClient({ adapter: new PrismaPg({ connectionString }) });
  const house = { database, base: knowledgeBase(), secret: 'a secret that only this test uses' };
  const submission = {
    submissionKey: randomUUID(),
    audience: 'patient' as const,
    answers,
    unsure: [],
    answeredSecondsAgo: 0,
  };
  const result = await submitIntake(house, submission, new Date(Date.now() - 31 * dayMs));
  await database.$disconnect();
  if (result.outcome !== 'stored') throw new Error('not stored');
  return result.reference;
}

test('a wrong reference leads back to the form, which names what is missing', async ({
  browser,
  baseURL,
}) => {
  const provider = await otherPage(browser, baseURL);
  await provider.goto('/shared/0000-0000-0000-0000');
  await expect(provider.getByRole('heading', { level: 1 })).toHaveText(
    'Nothing opens with this reference',
  );
  await provider.getByRole('button', { name: 'Open the summary' }).click();
  await expect(provider).toHaveTitle(/^Error: /);
  await expect(
    provider.getByRole('alert').filter({ hasText: 'Enter the reference' }),
  ).toBeFocused();
  await expect(provider.getByLabel('Reference')).toHaveAccessibleDescription(/Enter the reference/);
  await provider.context().close();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the pages of sharing are accessible, ${colorScheme}`, async ({
    page,
    expectAccessible,
  }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto('/shared?reference=');
    await expectAccessible();
    await openResult(page);
    const shared = await share(page);
    await page.getByRole('button', { name: 'Delete what I shared' }).click();
    await expectAccessible();
    await page.goto(`/shared/${shared}`);
    await expectAccessible();
  });
}
