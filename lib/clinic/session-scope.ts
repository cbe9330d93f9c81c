/** Who is signed in -> on whose behalf they act. */
import type { PrismaClient } from '@/lib/intake/generated/client';
import type { Scope } from './scope';

/** A session ends so long after it began, and so long after it was last used. */
export const sessionHoursMax = 12;
const idleMinutesMax = 30;

const minuteMs = 60_000;
/** Its use is noted at most so often. */
const noteEveryMs = minuteMs;

/** A session as better-auth has checked it. */
export interface CheckedSession {
  readonly id: string;
  readonly userId: string;
  readonly createdAt: Date;
}

/**
 * The scope of a session; null where it has been idle for too long (and is then over), or where its
 * user is no member of a clinic any more.
 * @param isBackground asked by a page by itself: that keeps no session alive
 * @param now the server's clock
 */
export async function scopeOfSession(
  database: PrismaClient,
  { id, userId, createdAt }: CheckedSession,
  { isBackground, now }: { readonly isBackground: boolean; readonly now: Date },
): Promise<Scope | null> {
  const session = await database.session.findUnique({
    where: { id },
    select: { updatedAt: true, clinicId: true },
  });
  if (!session) return null;
  const idleMs = now.getTime() - session.updatedAt.getTime();
  const ageMs = now.getTime() - createdAt.getTime();
  if (idleMs > idleMinutesMax * minuteMs || ageMs > sessionHoursMax * 60 * minuteMs) {
    await database.session.deleteMany({ where: { id } });
    return null;
  }
  if (!isBackground && idleMs > noteEveryMs) {
    await database.session.updateMany({ where: { id }, data: { updatedAt: now } });
  }
  const memberships = await database.member.findMany({
    where: { userId, removedAt: null },
    orderBy: { joinedAt: 'asc' },
    select: {
      id: true,
      role: true,
      clinicId: true,
      clinic: { select: { name: true } },
      user: { select: { name: true } },
    },
  });
  // A session stays with its clinic: whoever is no member there any more signs in again.
  const chosen = session.clinicId
    ? memberships.find(({ clinicId }) => clinicId === session.clinicId)
    : memberships[0];
  if (!chosen) return null;
  if (session.clinicId === null) {
    await database.$executeRaw`UPDATE "Session" SET "clinicId" = ${chosen.clinicId}::uuid WHERE "id" = ${id}`;
  }
  return {
    clinicId: chosen.clinicId,
    clinicName: chosen.clinic.name,
    memberId: chosen.id,
    userId,
    userName: chosen.user.name,
    role: chosen.role,
  };
}
