/**
 * `npm run demo [-- --yes]`: a clinic with forty fictional intakes in all states, made as people
 * would have made them, in the database of `DATABASE_URL` or, while Surae runs, in the embedded one.
 * Where there is a clinic already it asks for `--yes`; it changes nothing of that one.
 */
import { randomBytes } from 'node:crypto';
import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from '@/lib/intake/generated/client';
import { knowledgeBase } from '@/lib/knowledge/read-rules';
import { CannotStart } from './cannot-start';
import { makeDemoMembers } from './demo/make-demo-members';
import { playDemo } from './demo/play-demo';
import { findRunningDatabase } from './find-running-database';
import { runCommand } from './run-command';

await runCommand(async (signal, started) => {
  const database = new PrismaClient({
    adapter: new PrismaPg({ connectionString: findRunningDatabase(process.env) }),
  });
  started.push({ stop: () => database.$disconnect() });
  const clinics = await database.clinic.count();
  if (clinics > 0 && !process.argv.includes('--yes')) {
    throw new CannotStart(
      'There is a clinic in this database already. With `npm run demo -- --yes` another one, fictional, is put beside it.',
    );
  }
  const password = randomBytes(12).toString('base64url');
  const now = new Date();
  const members = await makeDemoMembers(database, password, now);
  const count = await playDemo({ database, base: knowledgeBase() }, members, now, signal);
  console.log(`${count} fictional intakes are in ${members.clinician.clinicName}. Sign in as`);
  for (const [role, { email }] of Object.entries(members)) console.log(`  ${email} (${role})`);
  console.log(`with the password ${password}`);
});
