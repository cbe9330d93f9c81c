/**
 * `npm run --silent verify-audit`: recomputes every audit trail, that of each clinic and that of the
 * shares, in the database of `DATABASE_URL` or, while Surae runs, in the embedded one. One line each
 * on standard output; exit status 1 where one does not hold. Keep the heads elsewhere: they show a
 * trail that was cut short.
 */
import { PrismaPg } from '@prisma/adapter-pg';
import { verifyAuditTrail } from '@/lib/intake/audit';
import { PrismaClient } from '@/lib/intake/generated/client';
import { findRunningDatabase } from './find-running-database';
import { runCommand } from './run-command';

await runCommand(async (_signal, started) => {
  const database = new PrismaClient({
    adapter: new PrismaPg({ connectionString: findRunningDatabase(process.env) }),
  });
  started.push({ stop: () => database.$disconnect() });
  const clinics = await database.clinic.findMany({ select: { id: true, name: true } });
  const trails = [{ id: null, name: 'shares' }, ...clinics];
  for (const { id, name } of trails) {
    const verdict = await verifyAuditTrail(database, id);
    if (verdict.ok) {
      console.log(`sound   ${verdict.events} events, head ${verdict.head}, ${name}`);
    } else {
      process.exitCode = 1;
      console.log(`BROKEN  event ${verdict.event} ${verdict.fault}, ${name}`);
    }
  }
});
