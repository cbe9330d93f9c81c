import { Piscina } from 'piscina';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { POST as assessBatch } from '@/app/api/v1/assess/batch/route';
import * as assessRoute from '@/app/api/v1/assess/route';
import * as knowledgeRoute from '@/app/api/v1/knowledge/route';
import * as solveCaseRoute from '@/app/solve-case/route';
import { readVignetteInputs, sample } from '@/bin/bench/bench-inputs';
import { toCaseData } from '@/lib/interop/fg-ai4h/to-case-data';
import { toReply } from '@/lib/interop/fg-ai4h/to-reply';
import { knowledgeBase } from '@/lib/knowledge/read-rules';
import { assess } from '@/lib/triage/assess';

const base = knowledgeBase();
const vignettes = readVignetteInputs(base);
const at = '2026-11-26T12:00:00.000Z';
const json = { 'content-type': 'application/json' };
const ndjson = { 'content-type': 'application/x-ndjson' };

function request(body: BodyInit | null, headers: Record<string, string> = json) {
  return new Request('http://surae.example/', {
    method: 'POST',
    body,
    headers,
    duplex: 'half',
  } as RequestInit);
}

const postAssess = (content: unknown, headers: Record<string, string> = json) =>
  assessRoute.POST(request(JSON.stringify(content), headers));

afterEach(() => vi.unstubAllEnvs());

describe('POST /api/v1/assess', () => {
  test('gives what json-rules-engine decides, to the byte', async () => {
    for (const input of sample(vignettes, 40)) {
      const response = await postAssess({ ...input, assessedAt: at });
      expect(response.status).toBe(200);
      expect(await response.text()).toBe(JSON.stringify(await assess(base, input, new Date(at))));
    }
  });

  test('takes its own clock where none is given', async () => {
    const before = Date.now();
    const { assessedAt } = await (await postAssess({ answers: { age: 40 } })).json();
    expect(Date.parse(assessedAt)).toBeGreaterThanOrEqual(before);
  });

  const refused: [string, unknown, string[]][] = [
    ['a wrong option', { answers: { onset: 'x' } }, ['/answers/onset']],
    ['an option of a list', { answers: { 'pain-location': ['x'] } }, ['/answers/pain-location/0']],
    ['an unknown question with dots and slashes', { answers: { 'a.b/c': 1 } }, ['/answers/a.b~1c']],
    ['a time that is none', { answers: {}, assessedAt: 'today' }, ['/assessedAt']],
    ['a misspelling', { anwsers: {} }, ['/anwsers']],
    ['no object', 42, ['']],
    ['a finding of a patient', { answers: { thompson: 'x' }, id: '' }, ['/id']],
  ];
  test.each(refused)('names the field of %s', async (_, content, pointers) => {
    const response = await postAssess(content);
    expect(response.status).toBe(422);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    const { type, status, errors } = await response.json();
    expect([type, status]).toEqual(['about:blank', 422]);
    expect(errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(pointers);
  });

  test.each([
    ['another media type', request('{}', { 'content-type': 'text/plain' }), 415],
    ['what is no JSON', request('{"answers"'), 400],
    ['too much', request(JSON.stringify({ answers: {}, more: 'x'.repeat(65_536) })), 413],
  ])('refuses %s', async (_, posted, status) => {
    expect((await assessRoute.POST(posted)).status).toBe(status);
  });

  test('refuses another method, and names the right one', async () => {
    const response = assessRoute.GET();
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
    expect(knowledgeRoute.POST().headers.get('allow')).toBe('GET');
  });

  test('is off, or open, or waits for a key, as it is set', async () => {
    vi.stubEnv('SURAE_API', 'off');
    expect((await postAssess({ answers: {} })).status).toBe(404);
    vi.stubEnv('SURAE_API', 'keys');
    const response = await postAssess({ answers: {} });
    expect([response.status, response.headers.get('www-authenticate')]).toEqual([
      401,
      'Bearer realm="surae"',
    ]);
    vi.stubEnv('SURAE_API', 'yes');
    await expect(postAssess({ answers: {} })).rejects.toThrow('SURAE_API must be one of off');
  });

  test('holds each address to its allowance, and believes no header but its own', async () => {
    vi.stubEnv('SURAE_API_PER_MINUTE', '2');
    vi.stubEnv('SURAE_ADDRESS_HEADER', 'x-real-address');
    const ask = async (address: string, forged: string) =>
      postAssess(
        { answers: {} },
        { ...json, 'x-real-address': address, 'x-forwarded-for': forged },
      );
    const statuses = [];
    for (const forged of ['1', '2', '3']) statuses.push((await ask('a', forged)).status);
    expect(statuses).toEqual([200, 200, 429]);
    expect((await ask('a', '4')).headers.get('retry-after')).toMatch(/^[1-9]\d?$/);
    expect((await ask('b', '1')).status).toBe(200);
  });
});

describe('POST /api/v1/assess/batch', () => {
  test('answers line by line, and a bad line by its fault', async () => {
    const lines = [
      JSON.stringify({ id: 'é', answers: { age: 34 }, assessedAt: at }),
      '',
      '{"answers": {"onset": "x"}}',
      '{"answers"',
      `{"id": "${'x'.repeat(70_000)}"}`,
      JSON.stringify({ id: 'z', answers: {}, assessedAt: at }),
    ];
    const response = await assessBatch(request(lines.join('\n'), ndjson));
    expect(response.headers.get('content-type')).toBe('application/x-ndjson');
    const answers = (await response.text())
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(answers).toMatchObject([
      { id: 'é', assessedAt: at },
      { line: 3, errors: [{ pointer: '/answers/onset' }] },
      { line: 4, errors: [{ pointer: '', message: 'no JSON' }] },
      { line: 5, errors: [{ pointer: '', message: 'longer than 65536 characters' }] },
      { id: 'z' },
    ]);
  });

  test('answers while more is to come, and reads no faster than it is read', async () => {
    let sent = 0;
    const line = new TextEncoder().encode('{"answers": {"age": 40}}\n');
    const body = new ReadableStream<Uint8Array>(
      {
        pull(controller) {
          sent += 1;
          controller.enqueue(line);
        },
      },
      { highWaterMark: 0 },
    );
    const response = await assessBatch(request(body, ndjson));
    const reader = response.body?.getReader();
    for (let read = 0; read < 3; read += 1) expect((await reader?.read())?.done).toBe(false);
    await new Promise((resolve) => setTimeout(resolve, 50));
    // What nobody reads is not made: the endless body stands still.
    expect(sent).toBeLessThan(10);
    await reader?.cancel();
  });

  /** In blocks, as they come over a wire. */
  const inBlocks = (text: string) => {
    const bytes = new TextEncoder().encode(text);
    return new ReadableStream<Uint8Array>({
      start(controller) {
        for (let start = 0; start < bytes.length; start += 65_536) {
          controller.enqueue(bytes.subarray(start, start + 65_536));
        }
        controller.close();
      },
    });
  };

  const linesOf = async (body: BodyInit, address = 'anybody') => {
    const headers = { ...ndjson, 'x-real-address': address };
    const text = await (await assessBatch(request(body, headers))).text();
    return text.trimEnd().split('\n');
  };
  const goOnWith = (line: number) => ({ type: 'about:blank', status: 413, errors: [], line });

  /** Who asks from each address has an allowance of their own. */
  const allow = (points: number) => {
    vi.stubEnv('SURAE_API_PER_MINUTE', String(points));
    vi.stubEnv('SURAE_ADDRESS_HEADER', 'x-real-address');
  };

  test('of as many lines as it may hold is answered whole', async () => {
    allow(999_999);
    const lines = await linesOf('x\n'.repeat(10_000));
    expect(lines).toHaveLength(10_000);
    expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ line: 10_000 });
    expect(lines.at(-1)).not.toContain('413');
  });

  test('of too many lines stops, and names the line to go on with', async () => {
    allow(999_999);
    const lines = await linesOf('x\n'.repeat(10_005));
    expect(lines).toHaveLength(10_001);
    expect(JSON.parse(lines.at(-2) ?? '')).toMatchObject({ line: 10_000 });
    expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject(goOnWith(10_001));
  });

  test.each([
    ['a line without an end', 'x', 2],
    ['blank lines', '\n', 10_001],
  ])('of %s stops as well, and does not read on for ever', async (_, filling, line) => {
    allow(999_999);
    let megabytes = 0;
    let isCut = false;
    const body = new ReadableStream<Uint8Array>({
      cancel() {
        isCut = true;
      },
      pull(controller) {
        const text = megabytes === 0 ? '{"answers": {}}\n' : filling.repeat(1_000_000);
        megabytes += 1;
        controller.enqueue(new TextEncoder().encode(text));
      },
    });
    const lines = await linesOf(body);
    expect(lines).toHaveLength(2);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ urgency: expect.any(String) });
    expect(JSON.parse(lines[1] ?? '')).toMatchObject(goOnWith(line));
    // What is left is thrown away, up to as much again.
    await vi.waitFor(() => expect(isCut).toBe(true), 30_000);
    expect(megabytes).toBeLessThan(135);
  });

  test.each([
    ['a point for each ten lines begun', 'x\n'.repeat(25), 3],
    ['nothing for blank lines', `x\n${'\n'.repeat(500)}x\n`, 1],
    ['a point for each 128 kB begun', `x${' '.repeat(300_000)}\n`, 3],
    ['a point for being asked at all', '', 1],
  ])('takes %s', async (_, body, points) => {
    allow(points + 1);
    const address = `takes ${points} ${body.length}`;
    await linesOf(body, address);
    const ask = () => postAssess({ answers: {} }, { ...json, 'x-real-address': address });
    expect([(await ask()).status, (await ask()).status]).toEqual([200, 429]);
  });

  test.each([
    ['lines', 'x\n'.repeat(100), 41],
    ['bytes', 'x\n'.repeat(3) + ' '.repeat(3_000_000), 4],
  ])(
    'stops where the allowance is used up by %s, and says when to go on',
    async (by, body, line) => {
      allow(4);
      const lines = await linesOf(inBlocks(body), `stops by ${by}`);
      expect(lines).toHaveLength(line);
      expect(JSON.parse(lines.at(-2) ?? '')).toMatchObject({ line: line - 1, errors: [{}] });
      const last = JSON.parse(lines.at(-1) ?? '');
      expect(last).toMatchObject({ ...goOnWith(line), status: 429 });
      expect(last.retryAfterSeconds).toBeGreaterThan(0);
      expect(last.retryAfterSeconds).toBeLessThanOrEqual(60);
      expect((await linesOf('x', `stops by ${by}`))[0]).toContain('Too many requests');
      // Nobody else waits for it.
      expect((await linesOf('x', `beside ${by}`))[0]).toContain('no JSON');
    },
  );

  test('refuses another media type', async () => {
    expect((await assessBatch(request('{}'))).status).toBe(415);
  });
});

test('where no thread answers it says so, and that trying again is safe', async () => {
  const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const run = vi.spyOn(Piscina.prototype, 'run').mockRejectedValue(new Error('age 40'));
  try {
    const input = { answers: { age: 40 } };
    const alone = await postAssess(input);
    expect([alone.status, alone.headers.get('retry-after')]).toEqual([503, '1']);
    const lines = await (await assessBatch(request(JSON.stringify(input), ndjson))).json();
    expect(lines.line).toBe(1);
    expect(lines.errors[0].message).toMatch(/trying again is safe/);
    const [vignette] = vignettes;
    if (!vignette) throw new Error('no vignette');
    const caseData = toCaseData(base, vignette);
    const solved = await solveCaseRoute.POST(request(JSON.stringify({ caseData })));
    expect(solved.status).toBe(503);
    expect(told.mock.calls.flat().join(' ')).not.toContain('40');
  } finally {
    run.mockRestore();
    told.mockRestore();
  }
});

describe('GET /api/v1/knowledge', () => {
  const get = (headers = {}) =>
    knowledgeRoute.GET(new Request('http://surae.example/', { headers }));

  test('names version, questions and conditions, and no rule', async () => {
    const knowledge = await (await get()).json();
    expect(knowledge).toMatchObject({ version: base.version, hash: base.hash });
    expect(knowledge.questions).toHaveLength(base.questions.length);
    expect(knowledge.conditions).toHaveLength(base.conditions.length);
    expect(JSON.stringify(knowledge)).not.toContain('"operator"');
  });

  test('answers 304 to who has it', async () => {
    const tag = (await get()).headers.get('etag') ?? '';
    expect((await get({ 'if-none-match': tag })).status).toBe(304);
  });
});

describe('POST /solve-case', () => {
  const solve = (content: unknown) => solveCaseRoute.POST(request(JSON.stringify(content)));

  test('answers exported vignettes as their Assessment says', async () => {
    for (const input of sample(vignettes, 30)) {
      const caseData = toCaseData(base, input);
      const response = await solve({ caseData, aiImplementation: 'surae' });
      expect(response.status).toBe(200);
      const reply = await response.json();
      expect(['SC', 'PC', 'EC', 'UNCERTAIN']).toContain(reply.triage);
      // Multiple choices lose an unsure option on the way; all else comes back.
      if (!JSON.stringify(input.answers).includes('not-sure')) {
        expect(reply).toEqual(toReply(base, await assess(base, input, new Date(at))));
      }
    }
  });

  test('is uncertain of a case that is not about this leg', async () => {
    const [complaint] = toCaseData(base, { audience: 'patient', answers: {} }).presentingComplaints;
    const caseData = {
      profileInformation: { age: 40, biologicalSex: 'female' },
      presentingComplaints: [{ ...complaint, id: 'headache', name: 'Headache' }],
      otherFeatures: [],
    };
    expect(await (await solve({ caseData })).json()).toEqual({
      triage: 'UNCERTAIN',
      conditions: [],
    });
  });

  test('names the field that is missing', async () => {
    const response = await solve({ caseData: { presentingComplaints: [] } });
    expect(response.status).toBe(422);
    const { errors } = await response.json();
    expect(errors.map(({ pointer }: { pointer: string }) => pointer)).toContain(
      '/caseData/profileInformation',
    );
  });
});
