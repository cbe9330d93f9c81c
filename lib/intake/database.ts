import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from './generated/client';

declare global {
  var suraeDatabase: Promise<PrismaClient> | undefined;
}

/**
 * The database named by `DATABASE_URL`: one client for the whole process, also when the module is
 * loaded again in development. Rejects when the database does not answer; the next call tries anew.
 */
export function connectDatabase(): Promise<PrismaClient> {
  globalThis.suraeDatabase ??= connect().catch((error: unknown) => {
    globalThis.suraeDatabase = undefined;
    throw error;
  });
  return globalThis.suraeDatabase;
}

async function connect(): Promise<PrismaClient> {
  const connectionString = process.env.DATABASE_URL;
  if (!connectionString) throw new Error('database-url-missing: set DATABASE_URL');
  const client = new PrismaClient({ adapter: new PrismaPg({ connectionString }) });
  await client.$queryRaw`SELECT 1`;
  return client;
}
