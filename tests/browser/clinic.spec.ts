import { devices, type Page } from '@playwright/test';
import { changeIntake } from '@/lib/clinic/change-intake';
import { makeClinicKey } from '@/lib/clinic/clinic-keys';
import { inClinic } from '@/lib/clinic/in-clinic';
import { scopeDatabase } from '@/lib/clinic/scoped-database';
import { signAssessment } from '@/lib/clinic/sign-assessment';
import { makeIntake } from '../integration/fresh-clinic';
import { textOfPages } from '../read-pdf';
import {
  type ClinicAccount,
  codeNow,
  makeTestClinic,
  openAs,
  password,
  signIn,
  type TestClinic,
} from './clinic';
import { expect, test } from './fixtures';
import { inputOf, seedSelfCheck } from './seed-self-check';

let clinic: TestClinic;
let robin: ClinicAccount;

test.beforeAll(async () => {
  clinic = await makeTestClinic('Harbour Physiotherapy');
  robin = await clinic.join('administrator', 'Robin Clinician');
});
test.afterAll(() => clinic.close());

const { answers: rupture } = inputOf('achilles-rupture/pop-at-squash');
const newIntake = () => makeIntake(clinic.house, robin.scope, { answers: rupture });
const rowOf = (id: string) =>
  scopeDatabase(clinic.house.database, robin.scope).clinicIntake.findUniqueOrThrow({
    where: { id },
  });

/** On a phone the parts of an intake are tabs. */
async function showPart(page: Page, name: 'Answers' | 'Examination' | 'Assessment') {
  const tab = page.getByRole('tab', { name });
  if (await tab.isVisible()) await tab.click();
}

async function openIntake(page: Page, id: string) {
  await page.goto(`/clinic/intakes/${id}`);
  await expect(page.getByRole('heading', { name: 'Next best test' })).toBeVisible();
}

test('from the invitation to the printed summary', async ({ page, browser }) => {
  await signIn(page, robin);
  await page.getByRole('link', { name: 'Invite a patient' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Ida Fictional');
  await page.getByLabel('Date of birth').fill('1979-04-02');
  await page.getByRole('button', { name: 'Make the link' }).click();
  const slip = page.getByRole('region', { name: 'Before your appointment' });
  await expect(slip.getByRole('img', { name: 'QR code' })).toBeVisible();
  const link = await slip.getByText('/invited/').innerText();
  await page.goto('/clinic/worklist');
  await expect(page.getByRole('link', { name: 'Ida Fictional' })).toHaveCount(0);

  const phone = await (await browser.newContext(devices['Pixel 7'])).newPage();
  await seedSelfCheck(phone, inputOf('achilles-rupture/pop-at-squash'));
  await phone.goto(link);
  await expect(phone.getByRole('heading', { name: 'Harbour Physiotherapy asks' })).toBeVisible();
  await phone.getByRole('button', { name: 'Use the answers on this device' }).click();
  await phone.getByRole('button', { name: 'Send to Harbour Physiotherapy' }).click();
  await expect(phone.getByText('Sent. Harbour Physiotherapy has your answers.')).toBeVisible();
  await phone.goto(link);
  await expect(phone.getByText('This link cannot be used')).toBeVisible();
  await phone.context().close();

  // It appears without a reload.
  await page.getByRole('link', { name: 'Ida Fictional' }).click();
  await expect(page.getByRole('heading', { name: 'Next best test' })).toBeVisible();
  // A flag names what would settle it: the way there leads into another part.
  await showPart(page, 'Assessment');
  const settling = page.locator('#column-assessment a[href^="#f-"]').first();
  const field = page.locator((await settling.getAttribute('href')) ?? '');
  await settling.click();
  await expect(field).toBeFocused();
  await expect(page).not.toHaveURL(/#/);
  await showPart(page, 'Examination');
  await page.getByRole('radio', { name: 'Foot did not move' }).check();
  await expect(page.getByText('All stored')).toBeVisible();
  await showPart(page, 'Assessment');
  await page.getByRole('button', { name: /^Agree: Acute Achilles tendon rupture/ }).click();
  await page.getByLabel('Plan, and what').fill('Boot in plantar flexion, scan today.');
  await page.getByRole('button', { name: 'Sign', exact: true }).click();
  await expect(page.getByText('Signed. Print it')).toBeVisible();

  await page.emulateMedia({ media: 'print' });
  const paper = page.getByRole('article', { name: 'Provider summary' });
  await expect(paper).toContainText('Acute Achilles tendon rupture. Disposition: Same day.');
  await expect(paper).toContainText('Signed by Robin Clinician');
  await expect(paper).toContainText('Boot in plantar flexion, scan today.');
  await expect(paper).toContainText('Ida Fictional · born 1979-04-02');
  await expect(page.getByRole('button', { name: 'Print the summary' })).toBeHidden();
  for (const format of ['A4', 'Letter']) {
    const [first, second] = textOfPages(await page.pdf({ format }));
    expect(first).toContain('Ida Fictional');
    expect(first).toContain('Knowledge base');
    expect(second).toContain('Detail');
  }

  const { pathname } = new URL(page.url());
  const made = await page.request.post(`/api${pathname}/document`, {
    data: { kind: 'summary', paper: 'letter', timeZone: 'UTC' },
  });
  expect(made.status()).toBe(200);
  const [first] = textOfPages(await made.body());
  expect(first).toContain('Signed by Robin Clinician');
  expect(first).toContain('Boot in plantar flexion, scan today.');
});

test('a second clinic and the front desk are kept out everywhere', async ({ browser }) => {
  const id = await newIntake();
  const other = await makeTestClinic('Hill Practice');
  const stranger = await openAs(browser, await other.join('administrator', 'Sid Stranger'));
  const desk = await openAs(browser, await clinic.join('frontDesk', 'Dana Desk'));
  const nobody = await (
    await browser.newContext({ baseURL: process.env.SURAE_TEST_URL })
  ).newPage();

  const changeId = 'a2e2b3a0-6c4e-4a52-9a57-0d8a4f0d3c11';
  const routes: [string, string, object | undefined][] = [
    ['GET', '', undefined],
    ['GET', '/fhir', undefined],
    ['PATCH', '', { changeId, changes: [{ field: 'conclusion.comment', was: null, value: 'x' }] }],
    ['POST', '/sign', { versionId: changeId, revision: 0, knowledgeBase: 'x' }],
    ['POST', '/amendment', { reason: 'x' }],
    ['POST', '/error', { versionId: changeId, revision: 0, reason: 'x' }],
    ['POST', '/printed', { as: 'printed' }],
    ['POST', '/document', { kind: 'summary', paper: 'a4', timeZone: 'UTC' }],
    ['POST', '/outcomes', { outcomeId: changeId, values: { 'worst-pain': 1 } }],
  ];
  const statusOf = async (page: Page, method: string, path: string, data: object | undefined) => {
    const address = `/api/clinic/intakes/${id}${path}`;
    const response = await page.request.fetch(address, { method, ...(data && { data }) });
    expect(await response.text()).not.toContain('pop');
    return response.status();
  };
  for (const [method, path, data] of routes) {
    expect([method, path, await statusOf(stranger, method, path, data)]).toEqual([
      method,
      path,
      404,
    ]);
    expect([method, path, await statusOf(desk, method, path, data)]).toEqual([method, path, 403]);
    expect([method, path, await statusOf(nobody, method, path, data)]).toEqual([method, path, 401]);
  }
  const call = { callId: changeId, result: 'reached', at: null, note: null };
  expect(await statusOf(stranger, 'POST', '/calls', call)).toBe(404);
  expect(await statusOf(nobody, 'POST', '/calls', call)).toBe(401);
  expect((await nobody.request.get('/clinic/worklist/events')).status()).toBe(401);

  for (const path of [`/clinic/intakes/${id}`, `/clinic/intakes/${id}/calls`]) {
    expect((await stranger.goto(path))?.status()).toBe(404);
  }
  await stranger.goto('/clinic/worklist');
  await expect(stranger.getByText('Nothing here.')).toBeVisible();
  await stranger.goto(`/clinic/audit?intake=${id}`);
  await expect(stranger.getByText('Nothing yet.')).toBeVisible();
  await stranger.goto(`/clinic/invite?follows=${id}`);
  await expect(stranger.getByText('Makes a link for one self-check.')).toBeVisible();

  for (const path of [
    `/clinic/intakes/${id}`,
    '/clinic/members',
    '/clinic/members/api-keys',
    '/clinic/audit',
  ]) {
    await desk.goto(path);
    await expect(desk.getByRole('heading', { name: 'Not for your role' })).toBeVisible();
  }
  await desk.goto('/clinic/worklist?view=overdue&urgency=same-day');
  await expect(desk.getByText('No name given').first()).toBeVisible();
  await expect(desk.getByText(/Same day|rupture/)).toHaveCount(0);
  for (const path of [
    `/clinic/intakes/${id}`,
    '/clinic/worklist',
    '/clinic/members',
    '/clinic/members/api-keys',
    '/clinic/account',
  ]) {
    await nobody.goto(path);
    await expect(nobody).toHaveURL(`/sign-in?next=${encodeURIComponent(path)}`);
  }
  expect((await rowOf(id)).revision).toBe(0);
  for (const page of [stranger, desk, nobody]) await page.context().close();
  await other.close();
});

test('the front desk calls, and the list says who was reached', async ({ page, browser }) => {
  const callers = await makeTestClinic('Calls and Partners');
  const account = await callers.join('clinician', 'Cora Clinician');
  const id = await makeIntake(callers.house, account.scope, { answers: rupture });
  const desk = await openAs(browser, await callers.join('frontDesk', 'Dana Desk'));
  await desk.getByRole('link', { name: 'Calls to No name given' }).click();
  await expect(desk.getByText('Nobody has recorded a call.')).toBeVisible();
  await desk.getByText('Called the patient').click();
  await desk.getByRole('button', { name: 'Record the call' }).click();
  await expect(desk.getByText('Choose what came of it.')).toBeVisible();
  await desk.getByRole('radio', { name: 'Not reached, left a message' }).check();
  await desk.getByLabel('Short note (only clinicians read it)').fill('mailbox');
  await desk.getByRole('button', { name: 'Record the call' }).click();
  await expect(desk.getByText('Recorded.', { exact: true })).toBeVisible();
  const recorded = desk.getByRole('region', { name: 'Calls to the patient' });
  await expect(recorded).toContainText('left a message, by Dana Desk');
  await desk.reload();
  await expect(recorded).toContainText('by Dana Desk');
  await expect(recorded).not.toContainText('mailbox');

  await signIn(page, account);
  await expect(page.getByText('Not reached, 1 try')).toBeVisible();
  await openIntake(page, id);
  const calls = page.getByRole('region', { name: 'Calls to the patient' });
  await expect(calls).toContainText('mailbox');
  await calls.getByText('Called the patient').click();
  await calls.getByRole('radio', { name: 'Reached', exact: true }).check();
  await calls.getByRole('button', { name: 'Record the call' }).click();
  await expect(calls.getByRole('listitem').last()).toContainText('Reached, by Cora Clinician');
  await desk.goto('/clinic/worklist');
  await expect(desk.getByText(/^Reached \d\d:\d\d$/)).toBeVisible();
  await desk.context().close();
  await callers.close();
});

test('what nobody has signed is handed on marked, and as no letter', async ({ page }) => {
  const id = await newIntake();
  await signIn(page, robin);
  await openIntake(page, id);
  await showPart(page, 'Assessment');
  await page.getByRole('link', { name: 'Summary as it stands, unsigned' }).click();
  await expect(page.getByText('UNSIGNED - not checked by a clinician')).toBeVisible();
  const paper = (kind: string) =>
    page.request.post(`/api/clinic/intakes/${id}/document`, {
      data: { kind, paper: 'a4', timeZone: 'UTC' },
    });
  for (const kind of ['referral-letter', 'patient-sheet']) {
    expect((await paper(kind)).status()).toBe(409);
  }
  const file = await paper('summary');
  expect(file.status()).toBe(200);
  const printed = textOfPages(await page.pdf({ format: 'A4' }));
  expect(printed.length).toBeGreaterThan(1);
  for (const text of [...textOfPages(await file.body()), ...printed]) {
    expect(text.replace(/\s+/g, ' ')).toContain('UNSIGNED - not checked by a clinician');
  }
  const fhir = await (await page.request.get(`/api/clinic/intakes/${id}/fhir`)).text();
  expect(fhir).not.toContain('"ServiceRequest"');
});

test('two at once in one field: the second sees who, and nothing typed is lost', async ({
  page,
  browser,
}) => {
  const id = await newIntake();
  const sam = await openAs(browser, await clinic.join('clinician', 'Sam Second'));
  await signIn(page, robin);
  await openIntake(page, id);
  await openIntake(sam, id);
  // Sam's page does not hear of it in time.
  await sam.route('**/api/clinic/intakes/*', (route) =>
    route.request().method() === 'GET' ? route.abort() : route.continue(),
  );
  await showPart(page, 'Assessment');
  await showPart(sam, 'Assessment');
  await page.getByLabel('Comment').fill('Swollen on day two.');
  await expect
    .poll(async () => (await rowOf(id)).conclusion)
    .toEqual({ comment: 'Swollen on day two.' });
  await sam.getByLabel('Comment').fill('Looks like a tear.');
  const clash = sam.getByRole('alert').filter({ hasText: 'Somebody else changed this too' });
  await expect(clash).toContainText('Robin Clinician wrote: Swollen on day two.');
  await expect(clash).toContainText('You wrote: Looks like a tear.');
  await clash.getByRole('button', { name: 'Use mine instead' }).click();
  await expect
    .poll(async () => (await rowOf(id)).conclusion)
    .toEqual({ comment: 'Looks like a tear.' });
  await sam.context().close();
});

test('what is tapped without a connection is kept, and sent once', async ({ browser }) => {
  const id = await newIntake();
  const page = await openAs(browser, robin);
  await openIntake(page, id);
  await page.context().setOffline(true);
  await page.getByRole('radio', { name: 'Foot did not move' }).check();
  await expect(page.getByText('Not stored yet: no connection.')).toBeVisible();
  await page.context().setOffline(false);
  await expect(page.getByText('All stored')).toBeVisible({ timeout: 40_000 });
  const { findings } = await rowOf(id);
  expect(findings).toEqual({ 'thompson-test': 'absent' });
  const tables = scopeDatabase(clinic.house.database, robin.scope);
  expect(await tables.intakeChange.count({ where: { intakeId: id } })).toBe(1);
  await page.context().close();
});

test('left and right are measured side by side, and a swap is asked about', async ({ page }) => {
  const answers = { ...rupture, side: 'left' };
  const id = await makeIntake(clinic.house, robin.scope, { answers });
  await signIn(page, robin);
  await openIntake(page, id);
  const girth = page.getByRole('group', { name: 'Calf girth difference' });
  await girth.getByLabel('Left (sore)').fill('36');
  await girth.getByLabel('Right').fill('39,5');
  await expect(girth.getByRole('alert')).toContainText('Are left and right swapped?');
  await girth.getByLabel('Right').fill('3950');
  await expect(girth).toContainText('Write a number from 15 to 80');
  await girth.getByLabel('Right').fill('36');
  await expect(girth.getByRole('alert')).toHaveCount(0);
});

test('an override needs its reason; what was signed is amended as the next version', async ({
  page,
}) => {
  const id = await newIntake();
  await signIn(page, robin);
  await openIntake(page, id);
  await showPart(page, 'Assessment');
  const sign = page.getByRole('button', { name: 'Sign', exact: true });
  await sign.click();
  await expect(page.getByText('Choose a condition')).toBeVisible();
  await page.getByLabel('Condition').selectOption({ label: 'Acute Achilles tendon rupture' });
  await page.getByLabel('Disposition').selectOption({ label: 'Routine PT' });
  await expect(page.getByText('Less urgent than the tool says.')).toBeVisible();
  await sign.click();
  await expect(page.getByText('Choose why it differs')).toBeVisible();
  await page.getByLabel('Why it differs').selectOption({ label: 'Already investigated' });
  await page.getByLabel('Comment').fill('Ultrasound yesterday: intact.');
  await sign.click();
  await expect(page.getByText('Signed. Print it')).toBeVisible();

  await page.getByText('Amend', { exact: true }).click();
  await page.getByLabel('Reason').first().fill('Scan was of the other leg');
  await page.getByRole('button', { name: 'Begin the amendment' }).click();
  await expect(page.getByText('Amending what was signed: Scan was of the other leg')).toBeVisible();
  await showPart(page, 'Assessment');
  await page.getByRole('button', { name: /^Agree/ }).click();
  await page.getByRole('button', { name: 'Sign the amendment' }).click();
  await expect(page.getByText('Version 2: amended by Robin Clinician')).toBeVisible();
  await expect(page.getByText('Version 1: signed by Robin Clinician')).toBeVisible();
  await page.getByRole('link', { name: 'Read version 1' }).click();
  await expect(page.getByText('Version 1. A later one was signed since.')).toBeVisible();
  await expect(page.getByText('Ultrasound yesterday: intact.')).toBeVisible();
});

test('an outcome is recorded and drawn against the expected recovery', async ({ page }) => {
  const id = await newIntake();
  const now = new Date();
  const changes = [
    { field: 'conclusion.condition', was: null, value: 'achilles-rupture' },
    { field: 'conclusion.urgency', was: null, value: 'same-day' },
  ];
  await changeIntake(
    clinic.house,
    robin.scope,
    id,
    { changeId: crypto.randomUUID(), changes },
    now,
  );
  const knowledgeBase = clinic.house.base.hash;
  const signed = { versionId: crypto.randomUUID(), revision: 1, knowledgeBase };
  await signAssessment(clinic.house, robin.scope, id, signed, now);
  await signIn(page, robin);
  await page.goto(`/clinic/intakes/${id}`);
  await page.getByText('Record how it is now').click();
  await page.getByLabel('Worst pain').fill('3');
  await page.getByRole('button', { name: 'Store' }).click();
  await expect(page.getByRole('img', { name: /^Worst pain.*3$/ })).toBeVisible();
  await expect(page.getByRole('row').last()).toContainText('3');
});

test('the list by keyboard, by search and by urgency', async ({ page, isMobile }) => {
  test.skip(isMobile, 'a phone has no keyboard');
  await newIntake();
  await signIn(page, robin);
  await page.keyboard.press('?');
  await expect(page.getByText('Next row, row before')).toBeVisible();
  await page.keyboard.press('j');
  await expect(page.locator('[data-row]').first()).toBeFocused();
  await page.keyboard.press('/');
  await expect(page.getByLabel('Name or date of birth')).toBeFocused();
  await page.keyboard.type('nobody of this name');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Nobody found')).toBeVisible();
  await page.goto('/clinic/worklist');
  await page.locator('body').press('2');
  await expect(page).toHaveURL(/urgency=same-day/);
  await page.locator('[data-row]').first().focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/clinic\/intakes\//);
});

test('a member joins by a link, and takes a second step', async ({ page, browser }) => {
  await signIn(page, robin);
  await page.goto('/clinic/members');
  const email = `${crypto.randomUUID()}@clinic.example`;
  await page.getByLabel('E-mail address').fill(email);
  await page.getByRole('button', { name: 'Make the link' }).click();
  const link = await page.getByText('/join/').innerText();

  const context = await browser.newContext({ baseURL: process.env.SURAE_TEST_URL });
  const newcomer = await context.newPage();
  await newcomer.goto(link);
  await newcomer.getByLabel('Your name').fill('Nia Newcomer');
  await newcomer.getByLabel('Password').fill('short');
  await newcomer.getByRole('button', { name: 'Join' }).click();
  await expect(newcomer.getByText('Use at least 12 characters.')).toBeVisible();
  await newcomer.getByLabel('Password').fill(password);
  await newcomer.getByRole('button', { name: 'Join' }).click();
  await newcomer.waitForURL('**/clinic/worklist');

  await newcomer.goto('/clinic/account');
  await newcomer.getByLabel('Password', { exact: true }).fill(password);
  await newcomer.getByRole('button', { name: 'Turn it on' }).click();
  const key = await newcomer.getByText('Or write this key').locator('span').innerText();
  const used = codeNow(key);
  await newcomer.getByLabel('Code', { exact: true }).fill(used);
  await newcomer.getByRole('button', { name: 'Turn it on' }).click();
  await expect(newcomer.getByText('On: signing in asks for a code')).toBeVisible();

  await newcomer.getByRole('button', { name: 'Sign out everywhere' }).click();
  await newcomer.waitForURL('**/sign-in');
  await newcomer.getByLabel('E-mail address').fill(email);
  await newcomer.getByLabel('Password').fill(password);
  await newcomer.getByRole('button', { name: 'Sign in', exact: true }).click();
  await newcomer.getByLabel('Code').fill('000000');
  await newcomer.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(newcomer.getByText('This code is wrong')).toBeVisible();
  // The next one: the one that turned it on counts no more.
  const next = codeNow(key, Date.now() + 30_000);
  await newcomer.getByLabel('Code').fill(next);
  await newcomer.getByRole('button', { name: 'Sign in', exact: true }).click();
  await newcomer.waitForURL('**/clinic/worklist');

  // Whoever looked over the shoulder comes too late.
  const thief = await (await browser.newContext({ baseURL: process.env.SURAE_TEST_URL })).newPage();
  await thief.goto('/sign-in');
  await thief.getByLabel('E-mail address').fill(email);
  await thief.getByLabel('Password').fill(password);
  await thief.getByRole('button', { name: 'Sign in', exact: true }).click();
  await thief.getByLabel('Code').fill(next);
  await thief.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(thief.getByText('This code is wrong, or was used already.')).toBeVisible();
  await thief.goto('/clinic/worklist');
  await expect(thief).toHaveURL(/sign-in/);
  await thief.context().close();
  await context.close();
});

test('an API key is shown once, used by a program, and revoked', async ({ page, browser }) => {
  const other = await makeTestClinic('Programs and Partners');
  await signIn(page, await other.join('administrator', 'Kim Keys'));
  await page.goto('/clinic/members');
  await page.getByRole('link', { name: 'API keys of the clinic' }).click();
  await expect(page.getByText('No key yet.')).toBeVisible();
  await page.getByLabel('Name', { exact: true }).fill('Record system');
  await page.getByRole('button', { name: 'Make the key' }).click();
  await expect(page.getByText('Choose at least one.')).toBeVisible();
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Record system');
  await page.getByRole('checkbox', { name: /^knowledge/ }).check();
  await page.getByRole('button', { name: 'Make the key' }).click();
  const shown = page.getByText(/^surae_[\w-]{43}$/);
  const key = await shown.innerText();
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('button', { name: 'Copy the key' }).click();
  await expect(page.locator('[aria-live="polite"]').filter({ hasText: 'Copied.' })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(key);
  await expect(shown).toHaveCSS('font-family', /monospace/);
  const isWider = () => document.documentElement.scrollWidth > document.documentElement.clientWidth;
  expect(await page.evaluate(isWider)).toBe(false);
  const line = page.getByRole('listitem').filter({ hasText: 'Record system' });
  await expect(line).toContainText('for knowledge');
  await expect(line).toContainText('by Kim Keys');
  await expect(line).toContainText('never used');

  const program = await browser.newContext({ baseURL: process.env.SURAE_TEST_URL });
  const ask = (path: string) =>
    program.request.get(path, { headers: { authorization: `Bearer ${key}` } });
  expect((await ask('/api/v1/knowledge')).status()).toBe(200);
  await page.reload();
  await expect(shown).toHaveCount(0);
  await expect(line).toContainText('used');
  await expect(line).not.toContainText('never used');

  await page.getByRole('button', { name: 'Revoke Record system' }).click();
  const asked = page.getByRole('dialog', { name: 'Revoke the key of Record system?' });
  await asked.getByRole('button', { name: 'Keep it' }).click();
  await expect(line).not.toContainText('Revoked');
  await page.getByRole('button', { name: 'Revoke Record system' }).click();
  await asked.getByRole('button', { name: 'Revoke the key' }).click();
  await expect(line).toContainText('Revoked');
  await expect(page.getByRole('button', { name: 'Revoke Record system' })).toHaveCount(0);
  // A server goes by what it remembers for ten seconds.
  await expect
    .poll(async () => (await ask('/api/v1/knowledge')).status(), { timeout: 15_000 })
    .toBe(401);

  await page.goto('/clinic/audit');
  await expect(page.getByRole('row').filter({ hasText: 'made an API key' })).toContainText(
    'Kim Keys',
  );
  await expect(page.getByRole('row').filter({ hasText: 'revoked an API key' })).toContainText(
    'label: Record system',
  );
  await program.close();
  await other.close();
});

test('who is removed takes their API keys along, and the page says so first', async ({ page }) => {
  const other = await makeTestClinic('Leavers and Partners');
  const lee = await other.join('administrator', 'Lee Leaver');
  const order = { label: 'Nightly export', scopes: ['audit'] as const };
  await makeClinicKey(other.house.database, lee.scope, order, new Date());
  await signIn(page, await other.join('administrator', 'Kim Keeper'));
  await page.goto('/clinic/members');
  const row = page.getByRole('listitem').filter({ hasText: 'Lee Leaver' });
  const remove = async () => {
    await row.getByLabel('Role of Lee Leaver').selectOption('Remove');
    await row.getByRole('button', { name: 'Change' }).click();
  };
  const asked = page.getByRole('dialog', { name: 'Remove Lee Leaver from the clinic?' });
  await remove();
  await expect(asked).toContainText('The API key that they made is revoked');
  await expect(asked).toContainText('Nightly export');
  await asked.getByRole('button', { name: 'Keep them' }).click();
  await page.reload();
  await expect(row).toBeVisible();
  await remove();
  await asked.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(row).toHaveCount(0);
  await page.goto('/clinic/members/api-keys');
  await expect(page.getByRole('listitem').filter({ hasText: 'Nightly export' })).toContainText(
    'Revoked',
  );
  await other.close();
});

test('every page of the clinic is accessible', async ({ page, expectAccessible }) => {
  // Eleven pages, each gone through by axe.
  test.setTimeout(120_000);
  const id = await newIntake();
  await page.goto('/sign-in');
  await expectAccessible();
  await signIn(page, robin);
  const pages = [
    ...['worklist', 'worklist?view=waiting', 'invite', 'members', 'members/api-keys'],
    ...['audit', 'account'],
  ];
  for (const one of pages) {
    await page.goto(`/clinic/${one}`);
    await expectAccessible();
  }
  for (const one of ['calls', 'unsigned']) {
    await page.goto(`/clinic/intakes/${id}/${one}`);
    await expectAccessible();
  }
  await openIntake(page, id);
  await page.getByText('Called the patient').click();
  await expectAccessible();
  await showPart(page, 'Assessment');
  await expectAccessible();
});

test('a lost link is renewed, and whoever answered before answers anew', async ({
  page,
  browser,
}) => {
  await signIn(page, robin);
  const linkShown = () =>
    page
      .getByRole('region', { name: 'Before your appointment' })
      .getByText('/invited/')
      .innerText();
  await page.goto('/clinic/invite');
  await page.getByLabel('Name', { exact: true }).fill(`Lena Lost ${page.viewportSize()?.width}`);
  await page.getByLabel('Date of birth').fill('2979-04-02');
  await page.getByRole('button', { name: 'Make the link' }).click();
  await expect(page.getByText('Choose a date in the past')).toBeVisible();
  await page.getByLabel('Date of birth').fill('1979-04-02');
  await page.getByRole('button', { name: 'Make the link' }).click();
  const lost = await linkShown();
  await page.goto('/clinic/worklist?view=waiting&search=lena');
  await page
    .getByRole('link', { name: /^New link Lena Lost/ })
    .first()
    .click();
  await expect(page.getByText('The old one stops working.')).toBeVisible();
  await page.getByRole('button', { name: 'Make the link' }).click();
  const renewed = await linkShown();

  const phone = await (await browser.newContext(devices['Pixel 7'])).newPage();
  await seedSelfCheck(phone, inputOf('achilles-rupture/pop-at-squash'));
  await phone.goto(lost);
  await expect(phone.getByText('This link cannot be used')).toBeVisible();
  await phone.goto(renewed);
  await phone.getByRole('button', { name: 'Use the answers on this device' }).click();
  await phone.getByRole('button', { name: 'Send to Harbour Physiotherapy' }).click();
  await expect(phone.getByText('Sent. Harbour Physiotherapy has your answers.')).toBeVisible();

  await page.goto('/clinic/invite?search=lena');
  await page
    .getByRole('link', { name: /^Lena Lost/ })
    .first()
    .click();
  await expect(page.getByText('Makes a link for one self-check of Lena Lost')).toBeVisible();
  await page.getByRole('button', { name: 'Make the link' }).click();
  await phone.goto(await linkShown());
  await expect(phone.getByRole('button', { name: 'Begin', exact: true })).toBeVisible();
  await expect(phone.getByRole('button', { name: 'Use the answers' })).toHaveCount(0);
  await phone.context().close();
});

test('a list whose stream is refused says so, comes back, and shows what came meanwhile', async ({
  browser,
}) => {
  const page = await openAs(browser, robin);
  await page.route('**/clinic/worklist/events', (route) => route.fulfill({ status: 502 }));
  await page.reload();
  await page.mouse.move(0, 0);
  await expect(page.getByText('Not live: the connection is lost.')).toBeVisible();
  const id = await newIntake();
  await page.unroute('**/clinic/worklist/events');
  await expect(page.getByText('Not live: the connection is lost.')).toBeHidden({ timeout: 20_000 });
  await expect(page.locator(`a[href="/clinic/intakes/${id}"]`)).toBeVisible();
  await page.context().close();
});

test('a list that renews itself keeps no session alive, and somebody who acts does', async ({
  page,
}) => {
  const account = await clinic.join('clinician', 'Ivo Idle');
  const { userId } = account.scope;
  await signIn(page, account);
  const { database } = clinic.house;
  const usedAt = new Date(Date.now() - 20 * 60_000);
  await database.session.updateMany({ where: { userId }, data: { updatedAt: usedAt } });
  const id = await newIntake();
  await page.mouse.move(0, 0);
  await expect(async () => {
    // Told to every open list, as everything that stands in the audit trail.
    await inClinic(database, robin.scope, ({ record }) =>
      record({ action: 'printed', at: new Date(), intakeId: id }),
    );
    await expect(page.locator(`a[href="/clinic/intakes/${id}"]`)).toBeVisible({ timeout: 3000 });
  }).toPass({ timeout: 20_000 });
  const sessionNow = () => database.session.findFirstOrThrow({ where: { userId } });
  expect((await sessionNow()).updatedAt).toEqual(usedAt);
  const told = await page.request.post('/api/clinic/presence');
  expect(told.status()).toBe(204);
  expect((await sessionNow()).updatedAt.getTime()).toBeGreaterThan(usedAt.getTime());
});

test('a passkey of the device signs in', async ({ browser }) => {
  // A passkey is of a name: there is none of an address in numbers.
  const baseURL = process.env.SURAE_TEST_URL?.replace('127.0.0.1', 'localhost');
  const context = await browser.newContext({ baseURL });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true },
      ...{ hasUserVerification: true, isUserVerified: true },
      automaticPresenceSimulation: true,
    },
  });
  await signIn(page, await clinic.join('clinician', 'Kim Key'));
  await page.goto('/clinic/account');
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await expect(page.getByRole('button', { name: 'Remove' })).toBeVisible();
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await page.waitForURL('**/sign-in');
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await page.waitForURL('**/clinic/worklist');
  await expect(page.getByText('Kim Key, Harbour Physiotherapy')).toBeVisible();
  await context.close();
});
