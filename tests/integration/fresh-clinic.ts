import { randomUUID } from 'node:crypto';
import type { ClinicHouse } from '@/lib/clinic/clinic-house';
import { judge, queueKeyOf } from '@/lib/clinic/judge';
import type { Scope } from '@/lib/clinic/scope';
import { scopeDatabase } from '@/lib/clinic/scoped-database';
import type { PrismaClient } from '@/lib/intake/generated/client';
import type { Role } from '@/lib/intake/generated/enums';
import { storableJson } from '@/lib/intake/storable-json';
import type { Answers } from '@/lib/triage/answers';

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

const usual: Answers = { age: 34, onset: 'sudden-pop', side: 'left' };

/** An open intake with these answers of a patient's, as if it had just come in. */
export async function makeIntake(
  { database, base }: ClinicHouse,
  scope: Scope,
  { answers = usual, answeredAt = new Date() }: { answers?: Answers; answeredAt?: Date } = {},
): Promise<string> {
  const content = { audience: 'patient' as const, answers, unsure: [], findings: {} };
  const judged = await judge(base, content, answeredAt);
  const id = randomUUID();
  await scopeDatabase(database, scope).clinicIntake.create({
    data: {
      ...{ id, clinicId: scope.clinicId, submissionKey: randomUUID(), conclusion: {} },
      ...{ answeredAt, receivedAt: answeredAt, ...content, ...judged },
      assessment: storableJson(judged.assessment),
      queueKey: queueKeyOf(judged.urgency, answeredAt, id),
    },
  });
  return id;
}
