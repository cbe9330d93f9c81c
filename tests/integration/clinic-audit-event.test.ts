/** The audit trail in FHIR: complete and sound for its own clinic's key, and shut to every other. */
import { randomUUID } from 'node:crypto';
import type { AuditEvent, Bundle } from 'fhir/r4';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { GET as read } from '@/app/fhir/AuditEvent/[id]/route';
import { GET as search } from '@/app/fhir/AuditEvent/route';
import { clinicHouse } from '@/lib/clinic/clinic-house';
import { listClinicKeys, makeClinicKey, revokeClinicKey } from '@/lib/clinic/clinic-keys';
import { inviteMember } from '@/lib/clinic/members';
import { openClinicIntake } from '@/lib/clinic/open-clinic-intake';
import { readAuditTrail } from '@/lib/clinic/read-audit-trail';
import type { Scope } from '@/lib/clinic/scope';
import { scopeDatabase } from '@/lib/clinic/scoped-database';
import { type ApiScope, createApiKey } from '@/lib/intake/api-keys';
import { verifyAuditTrail } from '@/lib/intake/audit';
import type { PrismaClient } from '@/lib/intake/generated/client';
import { allOf } from '../fhir/all-of';
import { findFaults } from '../fhir/find-faults';
import { makeClinic, makeIntake, makeMember } from './fresh-clinic';

const intakeSystem = 'https://surae.example/fhir/NamingSystem/intake';
const morning = new Date('2026-03-02T09:00:00Z');
const nextDay = new Date('2026-03-03T09:00:00Z');

let database: PrismaClient;
let ours: Scope;
let theirs: Scope;
let ourKey: string;
let theirKey: string;
let intakeId: string;

beforeAll(async () => {
  const house = await clinicHouse();
  database = house.database;
  ours = await makeMember(database, await makeClinic(database), 'administrator', 'Ada Admin');
  theirs = await makeMember(database, await makeClinic(database, 'Hill'), 'administrator');
  ourKey = await keyFor(ours);
  theirKey = await keyFor(theirs);
  intakeId = await makeIntake(house, ours);
  await openClinicIntake(database, ours, intakeId, morning);
  const email = `${randomUUID()}@clinic.example`;
  await inviteMember(database, ours, { email, role: 'clinician' }, nextDay);
});
afterEach(() => vi.unstubAllEnvs());

function keyFor(scope: Scope, scopes: readonly ApiScope[] = ['audit']): Promise<string> {
  return makeClinicKey(database, scope, { label: 'Audit repository', scopes }, morning);
}

const request = (path: string, key: string | null, headers: Record<string, string> = {}) =>
  new Request(`http://localhost/fhir/AuditEvent${path}`, {
    headers: { ...(key !== null && { authorization: `Bearer ${key}` }), ...headers },
  });

const readOne = (id: string, key: string) =>
  read(request(`/${id}`, key), { params: Promise.resolve({ id }) });

async function find(
  query: string,
  key = ourKey,
): Promise<{ bundle: Bundle; events: AuditEvent[] }> {
  const answer = await search(request(query, key));
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('application/fhir+json; charset=utf-8');
  const bundle: Bundle = await answer.json();
  expect(findFaults(bundle)).toEqual([]);
  return { bundle, events: allOf(bundle, 'AuditEvent').filter((event) => !isReading(event)) };
}

/** Each search leaves one, which is the newest event of the next. */
const isReading = ({ subtype }: AuditEvent) => subtype?.[0]?.code === 'audit-read';

const actionsOf = (events: readonly AuditEvent[]) =>
  events.map(({ subtype }) => subtype?.[0]?.code);

describe('GET /fhir/AuditEvent', () => {
  test('tells the whole trail of the key’s clinic, the newest first, in its chain', async () => {
    const { events } = await find('');
    expect(actionsOf(events)).toEqual(['member-invited', 'opened', 'api-key-made']);
    const { lines } = await readAuditTrail(database, ours, {});
    const others = lines.filter(({ action }) => action !== 'audit-read');
    expect(events.map(({ id }) => id)).toEqual(others.map(({ hash }) => hash));
    expect(events[1]).toMatchObject({
      recorded: morning.toISOString(),
      type: { display: 'Patient Record' },
      agent: [{ who: { display: 'Ada Admin', identifier: { value: ours.memberId } } }],
      entity: [
        { what: { identifier: { system: intakeSystem, value: intakeId } } },
        { detail: [{ valueString: events[1]?.id }, { valueString: events[2]?.id }] },
      ],
    });
    expect(JSON.stringify(events)).not.toContain('sudden-pop');
  });

  const searches: readonly [string, () => string, string[]][] = [
    ['one intake', () => `?entity:identifier=${intakeSystem}|${intakeId}`, ['opened']],
    ['one intake, without the system', () => `?entity:identifier=${intakeId}`, ['opened']],
    ['another intake', () => `?entity:identifier=${randomUUID()}`, []],
    ['actions', () => '?subtype=opened,api-key-made', ['opened', 'api-key-made']],
    ['an action of another system', () => '?subtype=http://x|opened', []],
    ['a day', () => '?date=2026-03-02', ['opened', 'api-key-made']],
    ['after a day', () => '?date=gt2026-03-02', ['member-invited']],
    ['between', () => '?date=ge2026-03-02T09:00Z&date=lt2026-03-02T09:00Z', []],
    ['what we do not know', () => '?colour=red&subtype=member-invited', ['member-invited']],
  ];
  test.each(searches)('finds by %s', async (_, query, actions) => {
    const { events, bundle } = await find(query());
    expect(actionsOf(events)).toEqual(actions);
    const self = bundle.link?.find(({ relation }) => relation === 'self')?.url ?? '';
    expect(self).not.toContain('colour');
  });

  test('leads from page to page, to the end', async () => {
    const found: (string | undefined)[] = [];
    let query: string | null = '?_count=1&date=ge2026';
    while (query !== null) {
      const { bundle, events } = await find(query);
      found.push(...actionsOf(events));
      const next = bundle.link?.find(({ relation }) => relation === 'next')?.url;
      query = next ? new URL(next).search : null;
    }
    expect(found).toEqual(['member-invited', 'opened', 'api-key-made']);
  });

  test.each([
    ...['?date=today', '?date=ne2026', '?_count=0', '?_count=x', '?after=x'],
    ...[
      '?entity:identifier=x',
      `?entity:identifier=${'1'.repeat(8)}-1111-0111-8111-${'1'.repeat(12)}`,
    ],
    ...[`?entity:identifier=${randomUUID()},${randomUUID()}`, '?subtype=opened&subtype=signed'],
  ])('refuses %s', async (query) => {
    const answer = await search(request(query, ourKey));
    expect(answer.status).toBe(400);
    expect(findFaults(await answer.json())).toEqual([]);
  });
});

describe('GET /fhir/AuditEvent/{id}', () => {
  test('gives the event with that hash', async () => {
    const { events } = await find('?subtype=opened');
    const answer = await readOne(events[0]?.id ?? '', ourKey);
    const event = await answer.json();
    expect(event).toEqual(events[0]);
    expect(findFaults(event)).toEqual([]);
  });
});

describe('reading by a key', () => {
  const readings = async (scope: Scope) =>
    (await readAuditTrail(database, scope, { actions: ['audit-read'] })).lines;

  test('stands in the trail, which stays whole, and ends when nothing else is new', async () => {
    const scope = await makeMember(database, await makeClinic(database, 'Polled'), 'administrator');
    const key = await keyFor(scope);
    const [{ id } = { id: '' }] = await listClinicKeys(database, scope);
    await find('', key);
    expect(await readings(scope)).toMatchObject([
      { by: null, intakeId: null, details: { key: id, entries: 1 } },
    ]);
    // Whoever asks for what is new reads of their own reading, and that is all.
    const since = `?date=gt${nextDay.toISOString()}`;
    for (let polls = 0; polls < 3; polls++) await find(since, key);
    await find(`?entity:identifier=${randomUUID()}`, key);
    const [reading] = await readings(scope);
    expect((await readOne(reading?.hash ?? '', key)).status).toBe(200);
    expect(await readings(scope)).toHaveLength(1);
    const [made] = (await find('?subtype=api-key-made', key)).events;
    await readOne(made?.id ?? '', key);
    expect(await readings(scope)).toHaveLength(3);
    expect(await verifyAuditTrail(database, scope.clinicId)).toMatchObject({ ok: true, events: 4 });
  });
});

describe('the audit trail', () => {
  test('of one clinic is nothing that another clinic’s key can read', async () => {
    const { events } = await find('');
    const seen = await find('', theirKey);
    expect(actionsOf(seen.events)).toEqual(['api-key-made']);
    expect(JSON.stringify(seen.bundle)).not.toContain(ours.memberId);
    for (const { id = '' } of events) {
      expect((await readOne(id, theirKey)).status).toBe(404);
      expect((await find(`?_id=${id}`, theirKey)).events).toEqual([]);
    }
    expect((await find(`?entity:identifier=${intakeId}`, theirKey)).events).toEqual([]);
    expect((await find('?after=999999999', theirKey)).events).toHaveLength(1);
  });

  test('is shut to everybody else, also where the API is open', async () => {
    const { key } = await createApiKey(database, { label: 'x', scopes: ['assess', 'knowledge'] });
    const withoutScope = await keyFor(ours, ['assess', 'knowledge']);
    for (const [shown, status] of [
      [null, 401],
      ['surae_wrong', 401],
      [key, 403],
      [withoutScope, 403],
    ] as const) {
      const answer = await search(request('', shown));
      expect(answer.status).toBe(status);
      expect(findFaults(await answer.json())).toEqual([]);
    }
    vi.stubEnv('SURAE_API', 'off');
    expect((await search(request('', ourKey))).status).toBe(404);
  });

  test('is told in JSON only', async () => {
    const answer = await search(request('', ourKey, { accept: 'application/fhir+xml' }));
    expect(answer.status).toBe(406);
  });

  test('is shut to a key within ten seconds of its end', async () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    const key = await keyFor(theirs);
    await find('', key);
    for (const { id } of await listClinicKeys(database, theirs)) {
      await revokeClinicKey(database, theirs, id, nextDay);
    }
    vi.advanceTimersByTime(10_001);
    expect((await search(request('', key))).status).toBe(401);
    vi.useRealTimers();
  });
});

describe('whoever may only read the trail', () => {
  const auditor = () => scopeDatabase(database, { clinicId: ours.clinicId, role: 'auditor' });

  test('reaches nothing else of the clinic, and changes nothing', async () => {
    await expect(auditor().patient.findMany()).rejects.toThrow('no-trail');
    await expect(auditor().clinicIntake.findMany()).rejects.toThrow('no-trail');
    await expect(auditor().signedVersion.findMany()).rejects.toThrow('no-trail');
    await expect(auditor().apiKey.findMany()).rejects.toThrow('no-trail');
    const where = { id: ours.memberId };
    await expect(auditor().member.update({ where, data: { role: 'frontDesk' } })).rejects.toThrow(
      'no-trail',
    );
    expect(await auditor().member.findUnique({ where: { id: theirs.memberId } })).toBeNull();
  });
});
