/** What an intake takes up on disk, before its content is erased and after; and how erasing goes. */
import { PrismaPg } from '@prisma/adapter-pg';
import { eraseExpired } from '@/lib/intake/erase-intakes';
import { PrismaClient } from '@/lib/intake/generated/client';
import { expiryOf } from '@/lib/intake/retention';
import { roundTo } from '../median';
import { query } from './scale-database';
import { watchPauses } from './watch-pauses';

/** Bytes for each intake. */
export interface Size {
  /** The table with its TOAST and indexes. */
  readonly intake: number;
  readonly intakeToast: number;
  readonly intakeIndexes: number;
  /** All of the audit trail, divided by the number of intakes. */
  readonly auditTrail: number;
}

export interface Storage {
  readonly intakes: number;
  /** Bytes of each JSON column as it is stored (compressed), on average. */
  readonly columns: Readonly<Record<string, number>>;
  readonly before: Size;
  /** Freed for reuse within the table, not given back. */
  readonly erasedAndVacuumed: Size;
  /** Rewritten: what an erased intake takes up by itself. */
  readonly erasedAndRewritten: Size;
  readonly erasing: Erasing;
}

export interface Erasing {
  readonly intakes: number;
  /** Null where it failed, with `failure` saying how. */
  readonly msPerIntake: number | null;
  readonly seconds: number;
  readonly failure: string | null;
  readonly longestPauseMs: number;
}

export async function measureStorage(url: string): Promise<Storage> {
  const intakes = await countIntakes(url);
  await query(url, 'VACUUM ANALYZE "Intake"');
  const before = await sizePer(url, intakes);
  const columns = await columnSizes(url);
  const erasing = await measureErasing(url);
  await query(url, 'VACUUM "Intake"');
  const erasedAndVacuumed = await sizePer(url, intakes);
  await query(url, 'VACUUM FULL "Intake"');
  return {
    intakes,
    columns,
    before,
    erasedAndVacuumed,
    erasedAndRewritten: await sizePer(url, intakes),
    erasing,
  };
}

/** Erases all at once, as the hourly erasing does with what has expired since. */
export async function measureErasing(url: string): Promise<Erasing> {
  const intakes = await countIntakes(url);
  const database = new PrismaClient({ adapter: new PrismaPg({ connectionString: url }) });
  const start = performance.now();
  const endWatch = watchPauses();
  let failure: string | null = null;
  try {
    await eraseExpired(database, expiryOf(new Date()));
  } catch (error) {
    failure = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  } finally {
    await database.$disconnect();
  }
  const ms = performance.now() - start;
  return {
    intakes,
    msPerIntake: failure ? null : roundTo(3, ms / intakes),
    seconds: roundTo(3, ms / 1000),
    failure,
    longestPauseMs: endWatch(),
  };
}

async function countIntakes(url: string): Promise<number> {
  const [row] = await query(url, 'SELECT count(*) FROM "Intake"');
  return Number(row?.count);
}

async function columnSizes(url: string): Promise<Record<string, number>> {
  const [row = {}] = await query(
    url,
    `SELECT round(avg(pg_column_size(answers))) AS answers,
            round(avg(pg_column_size(assessment))) AS assessment,
            round(avg(pg_column_size(summary))) AS summary,
            round(avg(length(assessment::text))) AS "assessmentText",
            round(avg(length(summary::text))) AS "summaryText" FROM "Intake"`,
  );
  return Object.fromEntries(Object.entries(row).map(([name, bytes]) => [name, Number(bytes)]));
}

async function sizePer(url: string, intakes: number): Promise<Size> {
  const [row] = await query(
    url,
    `SELECT pg_total_relation_size('"Intake"') AS intake,
            pg_total_relation_size(reltoastrelid) AS toast,
            pg_indexes_size('"Intake"') AS indexes,
            pg_total_relation_size('"AuditEvent"') AS audit
       FROM pg_class WHERE oid = '"Intake"'::regclass`,
  );
  const per = (bytes: unknown) => Math.round(Number(bytes) / intakes);
  return {
    intake: per(row?.intake),
    intakeToast: per(row?.toast),
    intakeIndexes: per(row?.indexes),
    auditTrail: per(row?.audit),
  };
}
