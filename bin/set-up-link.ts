/**
 * `npm run --silent set-up-link`: a one-time link that sets up a further clinic, in the database of
 * `DATABASE_URL` or, while Surae runs, in the embedded one. Only its path is printed: the site is
 * where Surae runs.
 */
import { PrismaPg } from '@prisma/adapter-pg';
import { makeSetupLink } from '@/lib/clinic/set-up-clinic';
import { PrismaClient } from '@/lib/intake/generated/client';
import { findRunningDatabase } from './find-running-database';
import { runCommand } from './run-command';

await runCommand(async (_signal, started) => {
  const database = new PrismaClient({
    adapter: new PrismaPg({ connectionString: findRunningDatabase(process.env) }),
  });
  started.push({ stop: () => database.$disconnect() });
  const secret = await makeSetupLink(database, new Date());
  console.log(`${process.env.SURAE_URL ?? ''}/setup/${secret}`);
});
