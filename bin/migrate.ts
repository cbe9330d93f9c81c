import { createHash, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { Client } from 'pg';
import { CannotStart, reasonOf } from './cannot-start';

const folder = 'prisma/migrations';

export type Migration = { name: string; sql: string; checksum: string };

/** The migrations in the order in which they apply. */
export function readMigrations(): Migration[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({ name, sql: readFileSync(`${folder}/${name}/migration.sql`, 'utf8') }))
    .map(({ name, sql }) => ({ name, sql, checksum: sha256(sql) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/**
 * Applies what the database at `url` lacks, each migration in a transaction of its own, and records
 * it as Prisma does. App servers that start at once wait for each other. Throws `CannotStart` when
 * the database does not answer, or holds migrations that this version does not have.
 */
export async function migrate(url: string): Promise<void> {
  const client = await connect(url);
  try {
    await client.query("SELECT pg_advisory_lock(hashtext('surae migrations'))");
    await client.query(migrationsTable);
    const { rows } = await client.query<{ migration_name: string }>(
      'SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL',
    );
    const applied = new Set(rows.map((row) => row.migration_name));
    const migrations = readMigrations();
    refuseUnknown(applied, migrations);
    for (const migration of migrations) {
      if (!applied.has(migration.name)) await apply(client, migration);
    }
  } finally {
    await client.end();
  }
}

async function connect(url: string): Promise<Client> {
  try {
    const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
    client.on('error', () => {});
    await client.connect();
    return client;
  } catch (error) {
    throw new CannotStart(
      `The database in DATABASE_URL cannot be reached (${reasonOf(error)}): check that the address is right and that it runs.`,
    );
  }
}

function refuseUnknown(applied: Set<string>, migrations: readonly Migration[]): void {
  const known = new Set(migrations.map(({ name }) => name));
  const unknown = [...applied].find((name) => !known.has(name));
  if (!unknown) return;
  throw new CannotStart(
    `The database was last used by a newer Surae (it holds the migration ${unknown}): start that version instead.`,
  );
}

async function apply(client: Client, { name, sql, checksum }: Migration): Promise<void> {
  try {
    await client.query('BEGIN');
    await client.query(sql);
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), 1)`,
      [randomUUID(), checksum, name],
    );
    await client.query('COMMIT');
  } catch (error) {
    throw new CannotStart(`The migration ${name} does not apply: ${reasonOf(error)}.`);
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

const migrationsTable = `
  CREATE TABLE IF NOT EXISTS _prisma_migrations (
    id                  varchar(36) PRIMARY KEY,
    checksum            varchar(64) NOT NULL,
    finished_at         timestamptz,
    migration_name      varchar(255) NOT NULL,
    logs                text,
    rolled_back_at      timestamptz,
    started_at          timestamptz NOT NULL DEFAULT now(),
    applied_steps_count integer NOT NULL DEFAULT 0
  )`;
