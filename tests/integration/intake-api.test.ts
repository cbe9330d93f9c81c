import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { DELETE } from '@/app/api/intakes/[reference]/route';
import { POST } from '@/app/api/intakes/route';
import { makeSubmission } from './fresh-house';

const site = 'https://clinic.example';
const json = { host: 'clinic.example', 'content-type': 'application/json' };

interface Sent {
  body?: string;
  headers?: Record<string, string>;
}

function post(content: unknown, { body = JSON.stringify(content), headers = {} }: Sent = {}) {
  return POST(
    new Request(`${site}/api/intakes`, { method: 'POST', body, headers: { ...json, ...headers } }),
  );
}

function remove(reference: string, headers: Record<string, string> = {}) {
  const request = new Request(`${site}/api/intakes/${reference}`, { method: 'DELETE', headers });
  return DELETE(request, { params: Promise.resolve({ reference }) });
}

async function read(response: Response) {
  return { status: response.status, body: await response.json() };
}

describe('POST /api/intakes', () => {
  test('answers 201, and a retry 200 with the same body', async () => {
    const submission = makeSubmission();
    const first = await read(await post(submission));
    expect(first).toEqual({
      status: 201,
      body: { reference: expect.any(String), expiresAt: expect.any(String) },
    });
    expect(await read(await post(submission))).toEqual({ ...first, status: 200 });
  });

  test('takes only the key, the audience and the answers, if that is all there is', async () => {
    const { submissionKey, audience, answers } = makeSubmission();
    expect((await post({ submissionKey, audience, answers })).status).toBe(201);
  });

  test('tells a key in capitals and one in small letters to be the same', async () => {
    const submission = makeSubmission();
    const capitals = { ...submission, submissionKey: submission.submissionKey.toUpperCase() };
    const [first, again] = [await post(capitals), await post(submission)];
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(await first.json()).toEqual(await again.json());
  });

  const whole = makeSubmission();
  const refused: [string, Sent & { content?: unknown }, number, string[]][] = [
    ['another site', { headers: { origin: 'https://evil.example' } }, 403, []],
    ['a page without a site', { headers: { origin: 'null' } }, 403, []],
    ['another site without origin', { headers: { 'sec-fetch-site': 'cross-site' } }, 403, []],
    ['a form', { headers: { 'content-type': 'text/plain' } }, 415, []],
    ['no JSON', { body: '{"answers"' }, 400, []],
    ['too much', { body: JSON.stringify({ ...whole, more: 'x'.repeat(65_536) }) }, 413, []],
    ['no object', { content: 42 }, 422, ['(the whole)']],
    ['nothing', { content: {} }, 422, ['submissionKey', 'audience', 'answers']],
    ['an unknown field', { content: { ...whole, name: 'Ann' } }, 422, ['name']],
    ['the future', { content: { ...whole, answeredSecondsAgo: -1 } }, 422, ['answeredSecondsAgo']],
    ['a wrong option', { content: { ...whole, answers: { onset: 'x' } } }, 422, ['answers.onset']],
  ];
  test.each(refused)(
    'refuses %s, by field',
    async (_, { content = whole, ...sent }, status, fields) => {
      const response = await post(content, sent);
      expect(response.headers.get('content-type')).toBe('application/problem+json');
      const { body } = await read(response);
      expect(body).toEqual({ title: expect.any(String), status, errors: expect.any(Array) });
      expect(body.errors.map(({ field }: { field: string }) => field)).toEqual(fields);
    },
  );

  test.each([
    ['itself', { origin: site }],
    [
      'itself behind a proxy',
      { origin: 'https://public.example', 'x-forwarded-host': 'public.example' },
    ],
  ])('accepts a page of %s', async (_, headers) => {
    expect((await post(makeSubmission(), { headers })).status).toBe(201);
  });

  test('tells other answers under a used key, and what is deleted, apart', async () => {
    const submission = makeSubmission();
    const { body } = await read(await post(submission));
    const other = await read(await post({ ...submission, answers: {} }));
    expect(other).toMatchObject({ status: 409, body: { errors: [{ field: 'submissionKey' }] } });
    await remove(body.reference);
    expect(await read(await post(submission))).toMatchObject({ status: 410 });
  });
});

describe('DELETE /api/intakes/<reference>', () => {
  test('answers alike whether there was something or not', async () => {
    const { body } = await read(await post(makeSubmission()));
    const answers = [];
    for (const reference of [body.reference, body.reference, 'ZZZZ', randomUUID()]) {
      const response = await remove(reference);
      answers.push([response.status, await response.text(), [...response.headers]]);
    }
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]?.[0]).toBe(204);
  });

  test('refuses another site', async () => {
    expect(
      (await remove('ZZZZ', { host: 'clinic.example', origin: 'https://evil.example' })).status,
    ).toBe(403);
  });
});

describe('when the database fails', () => {
  const { suraeDatabase } = globalThis;
  afterEach(() => {
    globalThis.suraeDatabase = suraeDatabase;
    vi.restoreAllMocks();
  });

  test('the answer says that trying again is safe, and the log quotes nothing', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {});
    const failed = Promise.reject(new Error('near "sudden-pop"'));
    failed.catch(() => {});
    globalThis.suraeDatabase = failed;
    expect(await read(await post(makeSubmission()))).toMatchObject({
      status: 503,
      body: { title: expect.stringContaining('trying again is safe') },
    });
    expect(log.mock.calls).toEqual([['intake-failed Error']]);
  });
});
