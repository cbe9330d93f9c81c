/** A page of another origin uses our services, as the CDS Hooks sandbox and FHIR clients do. */
import { expect, test } from './fixtures';
import { type OtherOrigin, startOtherOrigin } from './other-origin';

let site: OtherOrigin;
test.beforeAll(async () => {
  const icon = '<link rel="icon" href="data:,">';
  site = await startOtherOrigin(
    `<!doctype html><html lang="en"><meta charset="utf-8">${icon}<title>EHR</title>`,
  );
});
test.afterAll(() => site.close());

const request = {
  hook: 'patient-view',
  hookInstance: 'd1577c69-dfbe-44ad-ba6d-3e05e953b2ea',
  context: { userId: 'Practitioner/1', patientId: 'p1' },
  prefetch: {},
};

/** The sandbox sends a token; the FHIR endpoints would take it for a key of the API. */
const token = { Authorization: 'Bearer header.claims.signature' };
const calls = [
  { path: '/cds-services', headers: token, body: null, expected: 'services' },
  { path: '/cds-services/surae-patient-view', headers: token, body: request, expected: 'cards' },
  { path: '/fhir/metadata', headers: { Prefer: 'x' }, body: null, expected: 'fhirVersion' },
  { path: '/fhir/Questionnaire', headers: { Prefer: 'x' }, body: null, expected: 'entry' },
];

for (const { path, headers, body, expected } of calls) {
  test(`a page of another origin reads ${path}, past a preflight`, async ({ page, baseURL }) => {
    await page.goto(site.url);
    const keys = await page.evaluate(
      async ({ url, sent, content }) => {
        const answer = await fetch(url, {
          headers: { 'Content-Type': 'application/json', ...sent },
          ...(content && { method: 'POST', body: JSON.stringify(content) }),
        });
        return Object.keys(await answer.json());
      },
      { url: `${baseURL}${path}`, sent: headers, content: body },
    );
    expect(keys).toContain(expected);
  });
}

test('a page of another origin does not read what is not meant for it', async ({
  browser,
  baseURL,
}) => {
  const page = await browser.newPage();
  await page.goto(site.url);
  const read = await page.evaluate(async (url) => {
    try {
      return await (await fetch(url)).text();
    } catch {
      return null;
    }
  }, `${baseURL}/api/v1/knowledge`);
  expect(read).toBe(null);
  await page.close();
});

test('the preflight of each address allows what clients send', async ({
  baseURL,
  request: asked,
}) => {
  for (const path of [
    '/cds-services',
    '/cds-services/surae-order-sign',
    '/cds-services/surae-order-sign/feedback',
    '/fhir/metadata',
    '/fhir/Questionnaire',
    '/fhir/Questionnaire/self-check',
    '/fhir/Questionnaire/$assess',
  ]) {
    const answer = await asked.fetch(`${baseURL}${path}`, {
      method: 'OPTIONS',
      headers: {
        Origin: 'https://ehr.example',
        'Access-Control-Request-Method': 'POST',
        'Access-Control-Request-Headers': 'authorization,content-type',
      },
    });
    expect([path, answer.status()]).toEqual([path, 204]);
    const headers = answer.headers();
    expect(headers['access-control-allow-origin']).toBe('*');
    expect(headers['access-control-allow-headers']).toContain('Authorization');
    expect(headers['access-control-allow-headers']).toContain('Content-Type');
    expect(headers['access-control-allow-methods']).toMatch(/GET|POST/);
  }
});
