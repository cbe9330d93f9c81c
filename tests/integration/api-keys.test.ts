import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { POST } from '@/app/api/v1/assess/route';
import { GET } from '@/app/api/v1/knowledge/route';
import { createApiKey, makeKey } from '@/lib/intake/api-keys';
import { connectDatabase } from '@/lib/intake/database';

const run = promisify(execFile);
const apiKeys = (...args: string[]) =>
  run(process.execPath, ['--import', 'tsx', 'bin/api-keys.ts', ...args]);

const assess = (authorization?: string, address = 'a') =>
  POST(
    new Request('http://surae.example/api/v1/assess', {
      method: 'POST',
      body: '{"answers": {"age": 40}}',
      headers: {
        'content-type': 'application/json',
        'x-real-address': address,
        ...(authorization && { authorization }),
      },
    }),
  );

beforeEach(() => {
  vi.stubEnv('SURAE_API', 'keys');
  vi.stubEnv('SURAE_ADDRESS_HEADER', 'x-real-address');
  vi.useFakeTimers({ toFake: ['performance', 'Date'] });
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.useRealTimers();
});

describe('npm run api-keys', () => {
  test('makes a key that opens what it is for, is listed without its text, and is revoked', async () => {
    const { stdout, stderr } = await apiKeys('create', 'Clinic North', '--scope', 'assess');
    const key = stdout.trim();
    const id = /^Key (\S+) for assess\./.exec(stderr)?.[1] ?? '';
    expect((await assess(`Bearer ${key}`)).status).toBe(200);
    expect((await assess()).status).toBe(401);
    expect((await assess('Bearer surae_wrong')).status).toBe(401);
    const headers = { authorization: `Bearer ${key}` };
    expect((await GET(new Request('http://surae.example/', { headers }))).status).toBe(403);

    const listed = (await apiKeys('list')).stdout;
    expect(listed).toContain('"label":"Clinic North","scopes":["assess"],"clinicId":null');
    expect(listed).not.toContain(key);
    const stored = await (await connectDatabase()).apiKey.findUniqueOrThrow({ where: { id } });
    expect(JSON.stringify(stored)).not.toContain(key);

    await apiKeys('revoke', id);
    vi.advanceTimersByTime(10_001);
    expect((await assess(`Bearer ${key}`)).status).toBe(401);
    await expect(apiKeys('revoke', id)).rejects.toThrow(`No key ${id} is there to be revoked`);
  });

  test.each([
    [['create'], 'Usage: api-keys'],
    [['create', 'x', '--scope', 'admin'], 'There is no scope admin'],
    [['create', 'x', '--scope', 'audit'], 'make it in the clinic'],
    [['create', 'x', '--clinic', 'north'], 'Usage: api-keys'],
    [['revoke', 'x'], 'Usage: api-keys'],
    [['create', 'x', '--colour', 'red'], 'Usage: api-keys'],
  ])('says what is wrong with %j', async (args, sentence) => {
    await expect(apiKeys(...args)).rejects.toThrow(sentence);
  });
});

describe('keys that somebody makes up', () => {
  test('are refused before the database is asked, and shut out nobody whose key was found', async () => {
    const database = await connectDatabase();
    const made = await createApiKey(database, { label: 'Known', scopes: ['assess'] });
    const late = await createApiKey(database, { label: 'Late', scopes: ['assess'] });
    const asked = vi.spyOn(database.apiKey, 'findUnique');
    const flood = (count: number, address: string) =>
      Promise.all(
        Array.from({ length: count }, () => assess(`Bearer ${makeKey().key}`, address)),
      ).then((responses) => responses.map(({ status }) => status));
    try {
      expect((await assess(`Bearer ${made.key}`, 'flood')).status).toBe(200);
      asked.mockClear();
      const statuses = await flood(300, 'flood');
      expect(statuses.filter((status) => status === 401)).toHaveLength(100);
      expect(statuses.filter((status) => status === 429)).toHaveLength(200);
      expect(asked).toHaveBeenCalledTimes(100);
      expect((await assess(`Bearer ${late.key}`, 'flood')).headers.get('retry-after')).toMatch(
        /^([1-9]|10)$/,
      );
      // From elsewhere it is looked up at once.
      expect((await assess(`Bearer ${late.key}`, 'elsewhere')).status).toBe(200);

      vi.advanceTimersByTime(10_001);
      expect(await flood(101, 'flood')).toContain(429);
      // No longer remembered, and still looked up.
      expect((await assess(`Bearer ${made.key}`, 'flood')).status).toBe(200);
    } finally {
      asked.mockRestore();
    }
  });

  test('count for the one who shows the same one again and again but once', async () => {
    const { key } = makeKey();
    const shown = Array.from({ length: 150 }, () => `Bearer ${key}`);
    for (const authorization of shown) {
      expect((await assess(authorization, 'stubborn')).status).toBe(401);
    }
  });
});
