import { expect, test } from './fixtures';

test('a page runs its own scripts under a policy that allows no others', async ({ page }) => {
  const response = await page.goto('/');
  const policy = (await response?.headerValue('content-security-policy')) ?? '';
  expect(policy).toMatch(/script-src 'self' 'nonce-[\w-]+' 'strict-dynamic';/);
  expect(response?.headers()['cache-control']).toContain('no-store');
  await page.waitForFunction(() => 'next' in window);
});

test('every answer has its own nonce', async ({ request }) => {
  const policies = [await request.get('/'), await request.get('/')].map(
    (response) => response.headers()['content-security-policy'],
  );
  expect(policies[0]).toContain("'nonce-");
  expect(policies[0]).not.toEqual(policies[1]);
});
