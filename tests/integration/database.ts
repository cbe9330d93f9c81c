import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildPages, generateClient } from '@/bin/build-if-stale';
import { startEmbeddedPostgres } from '@/bin/embedded-postgres';
import { migrate } from '@/bin/migrate';
import { prepareDataFolder } from '@/bin/postgres-account';

/**
 * Starts a PostgreSQL of its own for the run, named by `DATABASE_URL`, and removes it after. The
 * pages are built first, so that no test of the start command waits for it.
 */
export default async function startDatabase(): Promise<() => Promise<void>> {
  const { signal } = new AbortController();
  await generateClient(signal);
  await buildPages(signal);
  const folder = prepareDataFolder(mkdtempSync(join(tmpdir(), 'surae-test-')));
  const database = await startEmbeddedPostgres(folder, signal);
  await migrate(database.url);
  process.env.DATABASE_URL = database.url;
  process.env.SURAE_DATA = folder;
  return async () => {
    await database.stop();
    rmSync(folder, { recursive: true });
  };
}
