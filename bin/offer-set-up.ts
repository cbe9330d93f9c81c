import { PrismaPg } from '@prisma/adapter-pg';
import { makeFirstSetupLink } from '@/lib/clinic/set-up-clinic';
import { PrismaClient } from '@/lib/intake/generated/client';

/** Prints the one-time link that sets the first clinic up; nothing where there is a clinic. */
export async function offerSetUp(databaseUrl: string, site: string): Promise<void> {
  const adapter = new PrismaPg({ connectionString: databaseUrl });
  const database = new PrismaClient({ adapter });
  try {
    const secret = await makeFirstSetupLink(database, new Date());
    if (secret) console.log(`Set up the clinic (works once): ${site}/setup/${secret}`);
  } finally {
    await database.$disconnect();
  }
}
