/** Whether what was acknowledged under load is there, once, and the audit trail holds together. */
import { PrismaPg } from '@prisma/adapter-pg';
import { type AuditVerdict, verifyAuditTrail } from '@/lib/intake/audit';
import { PrismaClient } from '@/lib/intake/generated/client';
import { hashReference } from '@/lib/intake/reference';
import { query } from './scale-database';

export interface StoredCheck {
  /** Submissions that were acknowledged, each counted once. */
  readonly acknowledged: number;
  readonly intakes: number;
  /** Acknowledged, and not there exactly once under the reference that was told. */
  readonly lost: number;
  /** Intakes without exactly one `submitted` event. */
  readonly wrongEvents: number;
  /** Openings that were acknowledged, and `opened` events. */
  readonly openings: number;
  readonly openedEvents: number;
  readonly auditTrail: AuditVerdict['ok'];
  readonly auditEvents: number;
}

export async function checkStored(
  url: string,
  acknowledged: readonly (readonly [string, string])[],
): Promise<StoredCheck> {
  const openings = acknowledged.filter(([key]) => key === 'opened').length;
  const submitted = new Map(acknowledged.filter(([key]) => key.length === 36));
  const stored = new Map<string, string>();
  let intakes = 0;
  for (const row of await query(url, 'SELECT "submissionKey", "referenceHash" FROM "Intake"')) {
    intakes += 1;
    stored.set(String(row.submissionKey), String(row.referenceHash));
  }
  const lost = [...submitted].filter(
    ([key, reference]) => stored.get(key) !== hashReference(reference),
  ).length;
  const verdict = await verify(url);
  return {
    acknowledged: submitted.size,
    intakes,
    // A key is unique in the database: more rows than keys would be a broken index.
    lost: lost + Math.abs(intakes - stored.size),
    wrongEvents: await count(
      url,
      `SELECT count(*) FROM (SELECT i.id FROM "Intake" i LEFT JOIN "AuditEvent" e
         ON e."intakeId" = i.id AND e.action = 'submitted' GROUP BY i.id HAVING count(e.id) <> 1) x`,
    ),
    openings,
    openedEvents: await count(url, `SELECT count(*) FROM "AuditEvent" WHERE action = 'opened'`),
    auditTrail: verdict.ok,
    auditEvents: await count(url, 'SELECT count(*) FROM "AuditEvent"'),
  };
}

async function verify(url: string): Promise<AuditVerdict> {
  const database = new PrismaClient({ adapter: new PrismaPg({ connectionString: url, max: 1 }) });
  try {
    return await verifyAuditTrail(database);
  } finally {
    await database.$disconnect();
  }
}

async function count(url: string, statement: string): Promise<number> {
  const [row] = await query(url, statement);
  return Number(row?.count);
}
