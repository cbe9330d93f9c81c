/**
 * `npm run db:migration -- NAME`: writes the migration that leads from the existing ones to
 * `prisma/schema.prisma`. It needs neither a database nor the internet: the migrations run in an
 * in-memory PostgreSQL, and Prisma's schema engine, as WebAssembly, compares.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import * as engineModule from '@prisma/schema-engine-wasm/schema_engine_bg';
import { PrismaPGlite } from 'pglite-prisma-adapter';
import { readMigrations } from './migrate';

const schemaFile = 'prisma/schema.prisma';

const name = process.argv[2];
if (!name || !/^[a-z0-9_]+$/.test(name)) {
  console.error('Usage: npm run db:migration -- NAME, in small letters, digits and underscores');
  process.exit(1);
}

const sql = await compareSchema();
if (sql.includes('This is an empty migration')) {
  console.log('The migrations already lead to prisma/schema.prisma.');
  process.exit(0);
}
const time = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
const folder = `prisma/migrations/${time}_${name}`;
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'migration.sql'), sql);
console.log(`${folder}/migration.sql is written: read it, then start Surae.`);
process.exit(0);

async function compareSchema(): Promise<string> {
  const database = new PGlite();
  for (const migration of readMigrations()) await database.exec(migration.sql);

  const files = [{ path: schemaFile, content: readFileSync(schemaFile, 'utf8') }];
  const datamodels: [string, string][] = files.map(({ path, content }) => [path, content]);
  startEngineModule();
  const engine = await engineModule.SchemaEngine.new(
    { datamodels },
    () => {},
    bindMigrationAwareSqlAdapterFactory(new PrismaPGlite(database)),
  );
  const { stdout } = await engine.diff({
    from: { tag: 'schemaDatasource', files, configDir: 'prisma' },
    to: { tag: 'schemaDatamodel', files },
    script: true,
    exitCode: null,
    filters: { externalTables: ['public._prisma_migrations'], externalEnums: [] },
  });
  return stdout ?? '';
}

/** Node does not import WebAssembly as a module yet, so the package's own entry cannot be used. */
function startEngineModule(): void {
  const entry = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm');
  const bytes = readFileSync(join(dirname(entry), 'schema_engine_bg.wasm'));
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes), {
    './schema_engine_bg.js': { ...engineModule },
  });
  engineModule.__wbg_set_wasm(exports);
  const { __wbindgen_start: start } = exports;
  if (typeof start === 'function') start();
}
