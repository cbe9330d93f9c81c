/** Papers are made beside the server, not by it, and nobody gets more of them than is fair. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest';
import { allowMember } from '@/app/api/documents/allow-paper';
import { POST as makeOfAnswers } from '@/app/api/documents/route';
import { knowledgeBase } from '@/lib/knowledge/read-rules';
import { readVignettes } from '@/lib/knowledge/read-vignettes';
import { letterheadSchema } from '@/lib/summary/document/letterhead';
import { drawPaper, type PaperJob } from '@/lib/summary/paper/draw-paper';
import { makePaper } from '@/lib/summary/paper/make-paper';
import { summaryOf } from '../papers';
import { readPdf } from '../read-pdf';

const base = knowledgeBase();
const [vignette] = readVignettes();
if (!vignette) throw new Error('no vignettes');
const { input } = vignette;

const whole = {
  kind: 'patient-sheet',
  paper: 'a4',
  timeZone: 'UTC',
  knowledgeBase: base.hash,
  audience: input.audience,
  answers: input.answers,
  assessedAt: '2026-01-05T09:00:00Z',
};

function ask(body: unknown = whole, headers: Record<string, string> = {}): Promise<Response> {
  return makeOfAnswers(
    new Request('http://localhost/api/documents', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: JSON.stringify(body),
    }),
  );
}

async function statusesOf(asked: readonly Promise<Response>[]): Promise<number[]> {
  return (await Promise.all(asked)).map(({ status }) => status);
}

const job: PaperJob = {
  request: {
    kind: 'patient-sheet',
    paper: 'letter',
    timeZone: 'UTC',
    letterhead: letterheadSchema.parse({}),
  },
  origin: 'https://surae.example',
  content: { summary: await summaryOf(input) },
};

beforeEach(() => {
  vi.stubEnv('SURAE_PAPERS_PER_MINUTE', '100');
});

afterEach(() => {
  vi.unstubAllEnvs();
});

afterAll(async () => {
  await globalThis.suraePapers?.destroy();
});

test('whoever asks for too many in a minute waits for the next one', async () => {
  vi.stubEnv('SURAE_PAPERS_PER_MINUTE', '3');
  const statuses = await statusesOf(Array.from({ length: 5 }, () => ask()));
  expect(statuses.sort()).toEqual([200, 200, 200, 429, 429]);
  const refused = await ask();
  expect(refused.status).toBe(429);
  expect(refused.headers.get('content-type')).toBe('application/problem+json');
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(60);
});

test('an address counts for itself where the proxy names it, and a forged one for nothing', async () => {
  vi.stubEnv('SURAE_PAPERS_PER_MINUTE', '1');
  vi.stubEnv('SURAE_ADDRESS_HEADER', 'x-real-ip');
  const from = (address: string) => ask(whole, { 'X-Real-Ip': address });
  expect(await statusesOf([from('192.0.2.1'), from('192.0.2.2')])).toEqual([200, 200]);
  expect((await from('192.0.2.1')).status).toBe(429);
  vi.stubEnv('SURAE_ADDRESS_HEADER', '');
  expect((await from('192.0.2.3')).status).toBe(200);
  expect((await from('192.0.2.4')).status).toBe(429);
});

test('each member counts for itself, apart from whoever has no account', async () => {
  vi.stubEnv('SURAE_PAPERS_PER_MINUTE', '2');
  const statuses: (number | undefined)[] = [];
  for (const user of ['one', 'one', 'one', 'other']) {
    statuses.push((await allowMember(user))?.status);
  }
  expect(statuses).toEqual([undefined, undefined, 429, undefined]);
  expect((await ask()).status).toBe(200);
});

test('what is no request for a paper uses up nothing', async () => {
  vi.stubEnv('SURAE_PAPERS_PER_MINUTE', '4');
  const others = await statusesOf([
    ask({ ...whole, paper: 'a5' }),
    ask({ ...whole, knowledgeBase: 'other' }),
    ask(whole, { Origin: 'https://elsewhere.example' }),
  ]);
  expect(others).toEqual([422, 409, 403]);
  const statuses = await statusesOf(Array.from({ length: 5 }, () => ask()));
  expect(statuses.sort()).toEqual([200, 200, 200, 200, 429]);
});

test('the answers are checked by field', async () => {
  const response = await ask({ ...whole, answers: { age: 'old' } });
  expect(response.status).toBe(422);
  expect((await response.json()).errors).toMatchObject([{ field: 'answers.age' }]);
});

test('the thread makes the same bytes as the server itself would', async () => {
  const made = await makePaper(job);
  const here = await drawPaper(base, job);
  if (!made?.ok || !here.ok) throw new Error('not made');
  expect(Buffer.from(made.bytes).equals(here.bytes)).toBe(true);
  expect(readPdf(made.bytes).pages.length).toBeGreaterThan(0);
});

test('the server answers others while papers are made, and refuses what nobody would wait for', async () => {
  const beganMs = performance.now();
  await drawPaper(base, job);
  const oneMs = performance.now() - beganMs;
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const made = await Promise.all(Array.from({ length: 25 }, () => makePaper(job)));
  delay.disable();
  expect(made.filter((paper) => paper?.ok).length).toBeGreaterThanOrEqual(20);
  expect(made).toContain(null);
  expect(delay.percentile(99) / 1e6).toBeLessThan(oneMs / 2);
  expect((await makePaper(job))?.ok).toBe(true);
});
