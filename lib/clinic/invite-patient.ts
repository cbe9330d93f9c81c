/** Inviting a patient: a link for one self-check, once; only its hash is stored. */
import { z } from 'zod';
import type { PrismaClient } from '@/lib/intake/generated/client';
import { inClinic } from './in-clinic';
import { patientWords } from './patient-words';
import { demand, type Scope } from './scope';
import { scopeDatabase } from './scoped-database';
import { makeSecret } from './secret-link';

export const validDaysUsual = 14;
const validDaysMax = 180;
const dayMs = 24 * 60 * 60 * 1000;
/** A link stays open until its appointment is over: nobody makes one for later than that. */
const appointmentDaysMax = 366;
const bornFirst = '1900-01-01';

/** What somebody writes to invite: an empty field was left out. */
export const patientInvitationSchema = z.strictObject({
  name: z.string().trim().max(120),
  dateOfBirth: z.union([z.literal(''), z.iso.date()]),
  email: z.union([z.literal(''), z.email()]),
  /** ISO 8601 with its zone. */
  appointmentAt: z.union([z.literal(''), z.iso.datetime({ offset: true })]),
  validDays: z.coerce.number().int().min(1).max(validDaysMax),
  /** The intake that this one asks about again; its patient is the one invited. */
  followsId: z.union([z.literal(''), z.uuid()]),
});
export type PatientInvitation = z.output<typeof patientInvitationSchema>;

export interface Invited {
  /** Of the link; told once. */
  readonly secret: string;
  readonly expiresAt: Date;
  readonly patientName: string | null;
}

/** The fields that are dates nobody can mean: not born yet, or an appointment over or years away. */
export function findUnlikelyDates(
  { dateOfBirth, appointmentAt }: PatientInvitation,
  now: Date,
): ('dateOfBirth' | 'appointmentAt')[] {
  // Today may be tomorrow already where the patient is.
  const bornLast = new Date(now.getTime() + dayMs).toISOString().slice(0, 10);
  const isBorn = dateOfBirth === '' || (dateOfBirth >= bornFirst && dateOfBirth <= bornLast);
  const inDays = appointmentAt === '' ? 0 : (Date.parse(appointmentAt) - now.getTime()) / dayMs;
  const isNear = inDays >= -1 && inDays <= appointmentDaysMax;
  return [
    ...(isBorn ? [] : ['dateOfBirth' as const]),
    ...(isNear ? [] : ['appointmentAt' as const]),
  ];
}

/**
 * Invites a patient, who is new unless the invitation follows an intake of theirs. Null where it
 * follows one that the clinic does not have.
 * @param now the server's clock
 */
export function invitePatient(
  database: PrismaClient,
  scope: Scope,
  invitation: PatientInvitation,
  now: Date,
): Promise<Invited | null> {
  demand(scope, 'invite');
  const { secret, secretHash } = makeSecret();
  const { clinicId } = scope;
  const appointmentAt = invitation.appointmentAt ? new Date(invitation.appointmentAt) : null;
  const expiresAt = expiryOf(invitation.validDays, appointmentAt, now);
  return inClinic(database, scope, async ({ tables, record }) => {
    const follows = invitation.followsId
      ? await tables.clinicIntake.findUnique({
          where: { id: invitation.followsId },
          select: { id: true, patient: { select: { id: true, name: true } } },
        })
      : null;
    if (invitation.followsId && !follows) return null;
    const patient = follows ? follows.patient : await makePatient(invitation);
    await tables.invitation.create({
      data: {
        ...{ clinicId, secretHash, appointmentAt, expiresAt, createdAt: now },
        patientId: patient?.id ?? null,
        followsId: follows?.id ?? null,
        invitedById: scope.memberId,
      },
    });
    await record({ action: 'patient-invited', at: now });
    return { secret, expiresAt, patientName: patient?.name ?? null };

    async function makePatient({ name, dateOfBirth, email }: PatientInvitation) {
      if (name === '') return null;
      const born = dateOfBirth ? new Date(dateOfBirth) : null;
      return tables.patient.create({
        data: {
          ...{ clinicId, name, dateOfBirth: born, email: email || null, createdAt: now },
          words: { create: patientWords(name, born).map((word) => ({ word })) },
        },
        select: { id: true, name: true },
      });
    }
  });
}

/** Takes an invitation back that nobody has used. False where there is none such. */
export function cancelInvitation(
  database: PrismaClient,
  scope: Scope,
  id: string,
  now: Date,
): Promise<boolean> {
  demand(scope, 'invite');
  return inClinic(database, scope, async ({ tables, record }) => {
    const { count } = await tables.invitation.updateMany({
      where: { id, usedAt: null, cancelledAt: null },
      data: { cancelledAt: now },
    });
    if (count > 0) await record({ action: 'invitation-cancelled', at: now });
    return count > 0;
  });
}

/** Of whom an intake is, for an invitation that follows it; null where the clinic has none such. */
export async function readFollowed(
  database: PrismaClient,
  scope: Scope,
  intakeId: string,
): Promise<{ readonly id: string; readonly patientName: string | null } | null> {
  if (!z.uuid().safeParse(intakeId).success) return null;
  const found = await scopeDatabase(database, scope).clinicIntake.findUnique({
    where: { id: intakeId },
    select: { id: true, patient: { select: { name: true } } },
  });
  return found && { id: found.id, patientName: found.patient?.name ?? null };
}

/** It lasts at least to the end of the day after the appointment. */
function expiryOf(validDays: number, appointmentAt: Date | null, now: Date): Date {
  const usual = now.getTime() + validDays * dayMs;
  return new Date(Math.max(usual, appointmentAt ? appointmentAt.getTime() + dayMs : 0));
}
