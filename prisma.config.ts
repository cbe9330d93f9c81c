import { defineConfig } from 'prisma/config';

// Generating the client never runs the schema engine, but Prisma would download it unless told
// where one lies. Migrations are written by bin/write-migration.ts and applied by bin/migrate.ts.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
});
