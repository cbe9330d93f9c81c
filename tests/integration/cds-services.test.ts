/** The CDS services as a client calls them: who is trusted, what is answered, what is kept. */
import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { POST as feedback } from '@/app/cds-services/[service]/feedback/route';
import * as service from '@/app/cds-services/[service]/route';
import * as discovery from '@/app/cds-services/route';
import { createApiKey } from '@/lib/intake/api-keys';
import { connectDatabase } from '@/lib/intake/database';
import { toQuestionnaireResponse } from '@/lib/interop/fhir/questionnaire-response';
import { knowledgeBase } from '@/lib/knowledge/read-rules';
import { findCardFaults } from '../cds/find-card-faults';
import { about, bundle, orderSign, patientView, serviceOrder } from '../cds/requests';

const audience = 'https://surae.test';
const issuer = 'https://ehr.test';
const response = about(
  toQuestionnaireResponse(knowledgeBase(), {
    input: { audience: 'patient', answers: { age: 34, onset: 'sudden-pop' } },
    at: new Date(),
  }),
);

function request(path: string, body: unknown, headers: Record<string, string> = {}) {
  return new Request(`${audience}/cds-services/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

const context = (id: string) => ({ params: Promise.resolve({ service: id }) });

const call = (body: unknown, headers: Record<string, string> = {}, id = 'surae-patient-view') =>
  service.POST(request(id, body, headers), context(id));

const tell = (body: unknown, headers: Record<string, string> = {}, id = 'surae-patient-view') =>
  feedback(request(`${id}/feedback`, body, headers), context(id));

afterEach(() => vi.unstubAllEnvs());

describe('a service', () => {
  test('is discovered with its hook and what it wants prefetched', async () => {
    const { services } = await discovery.GET().json();
    expect(services.map(({ id, hook }: { id: string; hook: string }) => [id, hook])).toEqual([
      ['surae-patient-view', 'patient-view'],
      ['surae-order-sign', 'order-sign'],
    ]);
    for (const { title, description, prefetch } of services) {
      expect([title, description].every((text) => text.length > 10)).toBe(true);
      expect(prefetch.responses).toContain('{{context.patientId}}');
    }
  });

  test('answers with cards within the specification, in clinical words', async () => {
    const answer = await call(patientView([response]));
    expect(answer.status).toBe(200);
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const content = await answer.json();
    expect(findCardFaults(content)).toEqual([]);
    expect(content.cards).toHaveLength(2);
    expect(content.cards[0].source.url).toBe(`${audience}/knowledge`);
  });

  test('holds orders against the answers', async () => {
    const orders = [serviceOrder('o1', 'Compression stocking, below knee')];
    const answer = await call(orderSign([response], orders), {}, 'surae-order-sign');
    const content = await answer.json();
    expect(findCardFaults(content)).toEqual([]);
    expect(content.cards[0].summary).toMatch(/^Compression: /);
  });

  const { hookInstance: _, ...nameless } = patientView([]);
  test.each([
    ['another hook', () => call({ ...patientView([]), hook: 'order-select' }), 400, '/hook'],
    ['no name of its own', () => call(nameless), 400, '/hookInstance'],
    [
      'a patient that is none',
      () => call({ ...patientView([]), context: { patientId: '../x' } }),
      400,
      '/context/patientId',
    ],
    [
      'no orders',
      () => call({ ...patientView([]), hook: 'order-sign' }, {}, 'surae-order-sign'),
      400,
      '/context/draftOrders',
    ],
  ])('names the field of %s', async (_, ask, status, pointer) => {
    const answer = await ask();
    expect(answer.status).toBe(status);
    expect((await answer.json()).errors.map((one: { pointer: string }) => one.pointer)).toEqual([
      pointer,
    ]);
  });

  test.each([
    ['a service that is none', () => call(patientView([]), {}, 'x'), 404],
    ['another media type', () => call(patientView([]), { 'content-type': 'text/plain' }), 415],
    ['what is no JSON', () => call('{'), 400],
    ['too much', () => call({ more: 'x'.repeat(5 * 1024 * 1024) }), 413],
  ])('refuses %s, for any origin to read', async (_, ask, status) => {
    const answer = await ask();
    expect(answer.status).toBe(status);
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
  });

  test('prefetched nonsense is no answer, and no failure', async () => {
    for (const prefetch of [{ responses: 42 }, { responses: bundle() }, { x: [null] }, null]) {
      const { cards } = await (await call({ ...patientView([]), prefetch })).json();
      expect(cards.map(({ summary }: { summary: string }) => summary)).toEqual([
        knowledgeBase().interoperability.cards.notAssessed.en,
      ]);
    }
  });
});

describe('feedback', () => {
  const at = '2026-11-26T10:00:00Z';
  const entry = () => ({
    card: randomUUID(),
    outcome: 'overridden',
    overrideReason: {
      reason: { code: 'examined', system: 'x' },
      userComment: 'Mrs Doe was seen by me',
    },
    outcomeTimestamp: at,
  });

  test('is kept once, however often it comes, and without what was written', async () => {
    const one = entry();
    const suggestion = randomUUID();
    const accepted = {
      card: randomUUID(),
      outcome: 'accepted',
      acceptedSuggestions: [{ id: suggestion }],
      outcomeTimestamp: at,
    };
    for (let time = 0; time < 2; time += 1) {
      expect((await tell({ feedback: [one, accepted] })).status).toBe(200);
    }
    const database = await connectDatabase();
    const stored = await database.cdsFeedback.findMany({
      where: { card: { in: [one.card, accepted.card] } },
    });
    const kept = stored.map(({ card, outcome, reason, suggestions }) => ({
      card,
      outcome,
      reason,
      suggestions,
    }));
    expect(kept).toHaveLength(2);
    expect(kept).toContainEqual({
      card: one.card,
      outcome: 'overridden',
      reason: 'examined',
      suggestions: [],
    });
    expect(kept).toContainEqual({
      card: accepted.card,
      outcome: 'accepted',
      reason: null,
      suggestions: [suggestion],
    });
    expect(JSON.stringify(stored)).not.toContain('Doe');
  });

  test.each([
    ['no card', { ...entry(), card: 'x' }],
    ['an outcome that is none', { ...entry(), outcome: 'ignored' }],
    ['a time that is none', { ...entry(), outcomeTimestamp: 'now' }],
    ['nothing accepted', { ...entry(), outcome: 'accepted' }],
  ])('about %s is refused', async (_, one) => {
    expect((await tell({ feedback: [one] })).status).toBe(400);
  });

  test('of a reason that is not ours keeps none', async () => {
    const one = { ...entry(), overrideReason: { reason: { code: 'Mrs Doe' } } };
    expect((await tell({ feedback: [one] })).status).toBe(200);
    const database = await connectDatabase();
    const stored = await database.cdsFeedback.findFirstOrThrow({ where: { card: one.card } });
    expect(stored.reason).toBe(null);
  });
});

describe('a trusted issuer', () => {
  let server: Server;
  let keys: Awaited<ReturnType<typeof generateKeyPair>>;
  let strangers: Awaited<ReturnType<typeof generateKeyPair>>;

  beforeAll(async () => {
    keys = await generateKeyPair('ES384');
    strangers = await generateKeyPair('ES384');
    const jwk = { ...(await exportJWK(keys.publicKey)), kid: 'k', alg: 'ES384', use: 'sig' };
    server = createServer((_, answer) => {
      answer.setHeader('Content-Type', 'application/json').end(JSON.stringify({ keys: [jwk] }));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => server.close());
  beforeEach(() => {
    const { port } = server.address() as AddressInfo;
    vi.stubEnv('SURAE_CDS_ISSUERS', `${issuer}=http://127.0.0.1:${port}/jwks.json`);
    vi.stubEnv('SURAE_CDS_AUDIENCE', `${audience}/`);
  });

  const path = '/cds-services/surae-patient-view';
  async function sign(claims: JWTPayload = {}, by = keys) {
    const now = Math.floor(Date.now() / 1000);
    const token = await new SignJWT({
      iss: issuer,
      aud: audience + path,
      iat: now,
      exp: now + 300,
      jti: randomUUID(),
      ...claims,
    })
      .setProtectedHeader({ alg: 'ES384', kid: 'k', typ: 'JWT' })
      .sign(by.privateKey);
    return { authorization: `Bearer ${token}` };
  }
  const statusWith = async (headers: Record<string, string>) =>
    (await call(patientView([response]), headers)).status;

  test('is let in, by a token for this very address', async () => {
    expect(await statusWith(await sign())).toBe(200);
    expect(await statusWith(await sign({ aud: ['https://x', audience + path] }))).toBe(200);
    const forFeedback = await sign({ aud: `${audience}${path}/feedback` });
    const entry = {
      card: randomUUID(),
      outcome: 'overridden',
      outcomeTimestamp: '2026-11-26T10:00:00Z',
    };
    expect((await tell({ feedback: [entry] }, forFeedback)).status).toBe(200);
  });

  test('and nobody else is', async () => {
    const now = Math.floor(Date.now() / 1000);
    const refused: [string, Record<string, string>][] = [
      ['no token', {}],
      ['no JWT', { authorization: 'Bearer a.b.c' }],
      ['another issuer', await sign({ iss: 'https://stranger.test' })],
      ['the keys of a stranger', await sign({}, strangers)],
      ['another service', await sign({ aud: `${audience}/cds-services/surae-order-sign` })],
      ['another server', await sign({ aud: `https://other.test${path}` })],
      ['a token that is over', await sign({ iat: now - 900, exp: now - 600 })],
      ['a token for a day', await sign({ iat: now - 2 * 3600, exp: now + 86_400 })],
      ['a token without a name', await sign({ jti: undefined })],
      ['no signature', { authorization: `Bearer ${unsigned(now)}` }],
    ];
    for (const [name, headers] of refused) {
      const answer = await call(patientView([response]), headers);
      expect([name, answer.status]).toEqual([name, 401]);
      expect(answer.headers.get('www-authenticate')).toContain('invalid_token');
      expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    }
  });

  test('is not let in twice by one token', async () => {
    const headers = await sign();
    expect([await statusWith(headers), await statusWith(headers)]).toEqual([200, 401]);
  });

  test('a key of the HTTP API does as well', async () => {
    const order = { label: 'test', scopes: ['assess' as const] };
    const { key } = await createApiKey(await connectDatabase(), order);
    expect(await statusWith({ authorization: `Bearer ${key}` })).toBe(200);
    expect(await statusWith({ authorization: 'Bearer surae_wrong' })).toBe(401);
  });

  test('whose keys cannot be fetched is asked to come again', async () => {
    vi.stubEnv('SURAE_CDS_ISSUERS', `${issuer}=http://127.0.0.1:9/jwks.json`);
    expect(await statusWith(await sign())).toBe(503);
  });

  test('is no use without the address of this server, or with one that is none', async () => {
    vi.stubEnv('SURAE_CDS_AUDIENCE', '');
    await expect(call(patientView([]))).rejects.toThrow('SURAE_CDS_AUDIENCE must be');
    vi.stubEnv('SURAE_CDS_ISSUERS', 'somebody');
    await expect(call(patientView([]))).rejects.toThrow('SURAE_CDS_ISSUERS must be a list of');
  });

  function unsigned(now: number): string {
    const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
    const claims = {
      iss: issuer,
      aud: audience + path,
      iat: now,
      exp: now + 300,
      jti: randomUUID(),
    };
    return `${encode({ alg: 'none' })}.${encode(claims)}.`;
  }
});

describe('without a trusted issuer', () => {
  test('a token says nothing, and shuts nobody out', async () => {
    expect((await call(patientView([]), { authorization: 'Bearer a.b.c' })).status).toBe(200);
  });

  test('where keys are needed a token is none', async () => {
    vi.stubEnv('SURAE_API', 'keys');
    expect((await call(patientView([]), { authorization: 'Bearer a.b.c' })).status).toBe(401);
    vi.stubEnv('SURAE_API', 'off');
    expect((await call(patientView([]))).status).toBe(404);
    expect(discovery.GET().status).toBe(404);
  });
});
