import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { knowledgeBase } from '@/lib/knowledge/read-rules';
import { writeReplay } from '@/lib/summary/replay';
import { countPages, readPdf } from '../read-pdf';
import { expect, test } from './fixtures';
import { inputOf, seedSelfCheck } from './seed-self-check';

const base = knowledgeBase();
const rupture = inputOf('achilles-rupture/pop-at-squash');
const at = new Date('2026-01-05T09:00:00Z');
const replay = writeReplay(base, { input: rupture, unsure: [], at, language: 'en' });
const codeForm = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/;

async function openSummary(page: Page) {
  await seedSelfCheck(page, rupture);
  await page.goto('/check/summary');
  await page.locator('[data-page="first"]').waitFor();
}

async function downloadPdf(page: Page) {
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download PDF' }).click();
  const download = await downloading;
  return { name: download.suggestedFilename(), pdf: readPdf(readFileSync(await download.path())) };
}

test('the summary comes as PDF, on the paper that was chosen, with the code of the page', async ({
  page,
}) => {
  await openSummary(page);
  const code = (await page.locator('footer').first().textContent())?.match(codeForm)?.[0];
  expect(code).toBeTruthy();
  await page.getByLabel('Paper').selectOption('US Letter');
  const { name, pdf } = await downloadPdf(page);
  expect(name).toBe('surae-summary.pdf');
  expect(pdf.pages[0]).toMatchObject({ widthPt: 612, heightPt: 792 });
  expect(pdf.pages[0]?.text).toContain(code);
  await expect(page.getByText('The file is in your downloads.')).toBeVisible();
});

test('a referral letter has the letterhead that was typed', async ({ page, expectAccessible }) => {
  // The checks of accessibility walk the whole summary.
  test.slow();
  await openSummary(page);
  await page.getByRole('combobox', { name: 'PDF' }).selectOption('Referral letter');
  await page.getByLabel('Clinic', { exact: true }).fill('Calf Clinic Żywiec');
  await expectAccessible();
  const { name, pdf } = await downloadPdf(page);
  expect(name).toBe('surae-referral-letter.pdf');
  expect(pdf.pages[0]?.text).toContain('CalfClinicŻywiec');
});

test('the summary is copied as a note with one click', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openSummary(page);
  await page.getByRole('button', { name: 'Copy as note' }).click();
  await expect(page.getByText('The note is copied.')).toBeVisible();
  const note = await page.evaluate(() => navigator.clipboard.readText());
  expect(note).toMatch(/^S: /m);
  expect(note).toMatch(/^P: /m);
});

test('the sheet to take home says what to do in the patient’s words, and fits two pages', async ({
  page,
  expectAccessible,
}) => {
  test.slow();
  await seedSelfCheck(page, rupture);
  await page.goto('/check/sheet');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your leg: what to do');
  await expect(page.getByText('Be seen today', { exact: true })).toBeVisible();
  await expect(page.getByRole('region', { name: 'When to get help sooner' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'For the provider' })).toContainText(codeForm);
  await expectAccessible();
  for (const format of ['A4', 'Letter']) {
    expect(countPages(await page.pdf({ format }))).toBeLessThanOrEqual(2);
  }
  const { name, pdf } = await downloadPdf(page);
  expect(name).toBe('surae-patient-sheet.pdf');
  expect(pdf.pages[0]?.text).toContain('Whatnottodo');
});

test('the address in the QR code replays the answers, and nothing of them is sent', async ({
  page,
  expectAccessible,
}) => {
  test.slow();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(`${request.url()} ${request.postData() ?? ''}`));
  await page.goto(`/verify#${replay}`);
  await expect(page.getByRole('region', { name: 'Urgency' })).toBeVisible();
  const panel = page.getByRole('region', { name: 'Check a printed page' });
  const code = (await panel.locator('strong').textContent()) ?? '';
  expect(code).toMatch(codeForm);
  await panel.getByRole('textbox').fill(code.toLowerCase().replaceAll('-', ' '));
  await expect(panel.getByRole('status')).toContainText('The codes are the same');
  await panel
    .getByRole('textbox')
    .fill(code.replace(/^./, (letter) => (letter === 'A' ? 'B' : 'A')));
  await expect(panel.getByRole('status')).toContainText('The codes differ');
  await expectAccessible();
  expect(asked.filter((request) => request.includes(replay.slice(20)))).toEqual([]);
});

test('an address that carries no answers, or those of other rules, says so', async ({
  page,
  expectAccessible,
}) => {
  await page.goto('/verify');
  await expect(page.getByRole('status')).toContainText('Scan the QR code');
  await expectAccessible();
  await page.goto('/verify#1/2/3');
  await expect(page.getByRole('status')).toContainText('no whole set of answers');
  await page.goto(`/verify#${replay.replace(/^1\/[0-9A-F]{12}/, '1/000000000000')}`);
  await expect(page.getByRole('status')).toContainText('another version of the rules');
});

test('what was shared comes as PDF too, to whom has the reference only', async ({
  page,
  request,
}) => {
  const shared = await request.post('/api/intakes', {
    data: { submissionKey: randomUUID(), audience: 'patient', answers: rupture.answers },
  });
  const { reference } = await shared.json();
  const paper = { kind: 'patient-sheet', paper: 'a4', timeZone: 'Europe/Berlin' };
  const made = await request.post(`/shared/${reference}/document`, { data: paper });
  expect(made.headers()['content-type']).toBe('application/pdf');
  expect(readPdf(await made.body()).pages.at(-1)?.text).toContain(reference);
  const other = await request.post('/shared/0000-0000-0000-0000/document', { data: paper });
  expect(other.status()).toBe(404);
  await page.goto(`/shared/${reference}`);
  const code = (await page.locator('footer').first().textContent())?.match(codeForm)?.[0];
  const { pdf } = await downloadPdf(page);
  expect(pdf.pages[0]?.text).toContain(code);
  await expect(page.getByRole('button', { name: 'Copy as note' })).toBeVisible();
});

test('a request that is no request of ours is refused, with the field named', async ({
  request,
}) => {
  const post = (data: unknown, headers = {}) => request.post('/api/documents', { data, headers });
  const whole = {
    kind: 'summary',
    paper: 'a4',
    timeZone: 'UTC',
    knowledgeBase: base.hash,
    audience: 'patient',
    answers: rupture.answers,
    assessedAt: at.toISOString(),
  };
  expect((await post(whole)).headers()['content-type']).toBe('application/pdf');
  expect((await post(whole)).headers()['cache-control']).toBe('no-store');
  expect((await post(whole, { Origin: 'https://elsewhere.example' })).status()).toBe(403);
  expect((await post({ ...whole, letterhead: { clinic: 'x'.repeat(70_000) } })).status()).toBe(413);
  expect((await post({ ...whole, knowledgeBase: 'other' })).status()).toBe(409);
  const faults = async (data: unknown) => (await (await post(data)).json()).errors[0].field;
  expect(await faults({ ...whole, paper: 'a5' })).toBe('paper');
  expect(await faults({ ...whole, timeZone: 'Mars/Base' })).toBe('timeZone');
  expect(await faults({ ...whole, letterhead: { clinic: '漢' } })).toBe('letterhead.clinic');
  expect(await faults({ ...whole, answers: { age: 'old' } })).toBe('answers.age');
});
