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

const calls = [
  {
    name: 'discovery',
    path: '/cds-services',
    method: 'GET',
    body: undefined,
    expected: 'services',
  },
  {
    name: 'a CDS service',
    path: '/cds-services/surae-patient-view',
    method: 'POST',
    body: request,
    expected: 'cards',
  },
  {
    name: 'metadata',
    path: '/fhir/metadata',
    method: 'GET',
    body: undefined,
    expected: 'fhirVersion',
  },
  {
    name: 'a fault of $assess',
    path: '/fhir/Questionnaire/$assess',
    method: 'POST',
    body: { resourceType: 'Patient' },
    expected: 'issue',
  },
] as const;

for (const { name, path, method, body, expected } of calls) {
  test(`reads the answer of ${name}, with Authorization`, async ({ page, baseURL }) => {
    // The FHIR endpoints take a key of the API, and there is none here: they say so, readably.
    const isFhir = path.startsWith('/fhir');
    const preflights: string[] = [];
    page.on('request', (sent) => {
      if (sent.method() === 'OPTIONS') preflights.push(sent.url());
    });
    await page.goto(site.url);
    const answer = await page.evaluate(
      async ({ url, method: verb, content, token }) => {
        const answered = await fetch(url, {
          method: verb,
          headers: {
            ...(content === undefined ? {} : { 'Content-Type': 'application/json' }),
            ...(token ? { Authorization: 'Bearer header.claims.signature' } : { Prefer: 'x' }),
          },
          ...(content === undefined ? {} : { body: JSON.stringify(content) }),
        });
        return { status: answered.status, keys: Object.keys(await answered.json()) };
      },
      { url: `${baseURL}${path}`, method, content: body, token: !isFhir },
    );
    expect(answer.keys).toContain(expected);
  });
}

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
