import type { PrismaClient } from '@/lib/intake/generated/client';

export interface Membership {
  readonly clinicId: string;
  readonly clinicName: string;
}

/** The clinics that somebody belongs to, the one joined first at the top. */
export async function listMemberships(
  database: PrismaClient,
  userId: string,
): Promise<Membership[]> {
  const rows = await database.member.findMany({
    where: { userId, removedAt: null },
    orderBy: { joinedAt: 'asc' },
    select: { clinicId: true, clinic: { select: { name: true } } },
  });
  return rows.map(({ clinicId, clinic }) => ({ clinicId, clinicName: clinic.name }));
}

/** Has a session work in another of its user's clinics. False where that is none of theirs. */
export async function switchClinic(
  database: PrismaClient,
  { sessionId, userId, clinicId }: { sessionId: string; userId: string; clinicId: string },
): Promise<boolean> {
  const memberships = await listMemberships(database, userId);
  if (!memberships.some((one) => one.clinicId === clinicId)) return false;
  await database.session.updateMany({ where: { id: sessionId, userId }, data: { clinicId } });
  return true;
}
