import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { POST } from '@/app/api/v1/assess/route';
import { GET } from '@/app/api/v1/knowledge/route';
import { connectDatabase } from '@/lib/intake/database';

const run = promisify(execFile);
const apiKeys = (...args: string[]) =>
  run(process.execPath, ['--import', 'tsx', 'bin/api-keys.ts', ...args]);

const assess = (authorization?: string) =>
  POST(
    new Request('http://surae.example/api/v1/assess', {
      method: 'POST',
      body: '{"answers": {"age": 40}}',
      headers: { 'content-type': 'application/json', ...(authorization && { authorization }) },
    }),
  );

beforeEach(() => {
  vi.stubEnv('SURAE_API', 'keys');
  vi.useFakeTimers({ toFake: ['performance'] });
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
