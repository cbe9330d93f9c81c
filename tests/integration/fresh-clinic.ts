import { randomUUID } from 'node:crypto';
import type { Scope } from '@/lib/clinic/scope';
import type { PrismaClient } from '@/lib/intake/generated/client';
import type { Role } from '@/lib/intake/generated/enums';

/** A clinic with nobody in it. */
export async function makeClinic(database: PrismaClient, name = 'Harbour Physiotherapy') {
  const { id } = await database.clinic.create({ data: { name }, select: { id: true } });
  return { id, name };
}

/** A member of the clinic, who has an account but no password. */
export async function makeMember(
  database: PrismaClient,
  clinic: { readonly id: string; readonly name: string },
  role: Role = 'clinician',
  userName = 'Robin Clinician',
): Promise<Scope> {
  const user = await database.user.create({
    data: { id: randomUUID(), name: userName, email: `${randomUUID()}@clinic.example` },
  });
  const member = await database.member.create({
    data: { clinicId: clinic.id, userId: user.id, role },
  });
  return {
    clinicId: clinic.id,
    clinicName: clinic.name,
    memberId: member.id,
    userId: user.id,
    userName,
    role,
  };
}
