import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifyAuditTrail } from '@/lib/intake/audit';
import { withdrawIntake } from '@/lib/intake/erase-intakes';
import { openIntake } from '@/lib/intake/open-intake';
import { submitIntake } from '@/lib/intake/submit-intake';
import { type FreshHouse, makeFreshHouse, makeSubmission, runAlone } from './fresh-house';

const now = new Date('2026-11-24T09:00:00Z');

let house: FreshHouse;
beforeAll(async () => {
  house = await makeFreshHouse();
  await liveALife();
});
afterAll(() => house.close());

/** Ten openings at once of one intake, which is then withdrawn, and opened no more. */
async function liveALife(): Promise<void> {
  const result = await submitIntake(house, makeSubmission(), now);
  if (result.outcome !== 'stored') throw new Error('not stored');
  const { reference } = result;
  await Promise.all(Array.from({ length: 10 }, () => openIntake(house.database, reference, now)));
  await withdrawIntake(house.database, reference, now);
  await openIntake(house.database, reference, now);
}

function readTrail() {
  return house.database.auditEvent.findMany({ orderBy: { id: 'asc' } });
}

/** What is found after somebody went past the triggers; it is undone again. */
async function verifyAfter(statement: string) {
  const undone = new Error('undone');
  let verdict: Awaited<ReturnType<typeof verifyAuditTrail>> | undefined;
  const tampered = house.database.$transaction(async (transaction) => {
    await transaction.$executeRaw`SET LOCAL session_replication_role = replica`;
    await transaction.$executeRawUnsafe(statement);
    verdict = await verifyAuditTrail(transaction);
    throw undone;
  });
  await expect(tampered).rejects.toBe(undone);
  return verdict;
}

describe('the audit trail', () => {
  test('tells every opening, in a chain that fits', async () => {
    const events = await readTrail();
    expect(events.map(({ action }) => action)).toEqual([
      'submitted',
      ...Array.from({ length: 10 }, () => 'opened'),
      'withdrawn',
    ]);
    const head = events.at(-1)?.hash;
    expect(await verifyAuditTrail(house.database)).toEqual({ ok: true, events: 12, head });
  });

  test('fits while it is empty', async () => {
    const verdict = await verifyAfter('TRUNCATE "AuditEvent"');
    expect(verdict).toMatchObject({ ok: true, events: 0 });
  });

  test.each([
    ['update', `UPDATE "AuditEvent" SET "action" = 'nothing'`],
    ['delete', 'DELETE FROM "AuditEvent"'],
    ['truncate', 'TRUNCATE "AuditEvent"'],
  ])('refuses to %s, even for the owner of the database', async (_, statement) => {
    await expect(runAlone(house.url, statement)).rejects.toThrow('audit-append-only');
  });

  const nth = (place: number) =>
    `(SELECT id FROM "AuditEvent" ORDER BY id OFFSET ${place} LIMIT 1)`;
  const change = (set: string, place: number) =>
    `UPDATE "AuditEvent" SET ${set} WHERE id = ${nth(place)}`;
  const tampering: [string, string, number, string][] = [
    ['what was done', change(`action = 'withdrawn'`, 3), 3, 'changed'],
    ['when', change(`at = at + interval '1 ms'`, 5), 5, 'changed'],
    ['to which intake', change('"intakeId" = gen_random_uuid()', 7), 7, 'changed'],
    ['the hash', change(`hash = repeat('a', 64)`, 2), 2, 'changed'],
    ['a removed event', `DELETE FROM "AuditEvent" WHERE id = ${nth(4)}`, 5, 'not-linked'],
    ['a removed beginning', `DELETE FROM "AuditEvent" WHERE id = ${nth(0)}`, 1, 'not-linked'],
    ['another order', change('id = 1000000', 6), 7, 'not-linked'],
  ];
  test.each(tampering)(
    'shows who went past the triggers: %s',
    async (_, statement, place, fault) => {
      const found = (await readTrail())[place]?.id;
      expect(await verifyAfter(statement)).toEqual({ ok: false, event: found, fault });
    },
  );

  test('shows a trail that was cut short only to who kept its head', async () => {
    const whole = await verifyAuditTrail(house.database);
    const cut = await verifyAfter(`DELETE FROM "AuditEvent" WHERE id = ${nth(11)}`);
    expect(cut).toMatchObject({ ok: true, events: 11 });
    expect(cut).not.toMatchObject({ head: whole.ok && whole.head });
  });
});
