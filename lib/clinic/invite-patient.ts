/** Inviting a patient: a link for one self-check, once; only its hash is stored. */
import { z } from 'zod';
import type { PrismaClient } from '@/lib/intake/generated/client';
import { type InClinic, inClinic } from './in-clinic';
import { findInvitee, type Invitee, inviteeShape, namesSomebody } from './invitee';
import { patientWords } from './patient-words';
import { demand, type Scope } from './scope';
import type { ClinicTables } from './scoped-database';
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
  ...inviteeShape,
});
export type PatientInvitation = z.output<typeof patientInvitationSchema>;

export interface Invited {
  /** Of the link; told once. */
  readonly secret: string;
  readonly expiresAt: Date;
  readonly appointmentAt: Date | null;
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
 * Invites a patient, who is new unless the invitation names one. An invitation that it renews is
 * cancelled. Null where it names an intake, a patient or an open invitation that the clinic does not
 * have.
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
  return inClinic(database, scope, async (clinic) => {
    const { tables, record } = clinic;
    const invitee = namesSomebody(invitation)
      ? await findInvitee(tables, invitation)
      : { patient: await makePatient(tables, scope, invitation, now), ...nothingBefore };
    const { renewsId } = invitation;
    if (!invitee || (renewsId && !(await takeBack(clinic, renewsId, now)))) return null;
    const written = invitation.appointmentAt ? new Date(invitation.appointmentAt) : null;
    const appointmentAt = written ?? invitee.appointmentAt;
    const expiresAt = expiryOf(invitation.validDays, appointmentAt, now);
    const { patient, followsId } = invitee;
    await tables.invitation.create({
      data: {
        ...{ clinicId, secretHash, appointmentAt, expiresAt, followsId, createdAt: now },
        patientId: patient?.id ?? null,
        invitedById: scope.memberId,
      },
    });
    await record({ action: 'patient-invited', at: now });
    return { secret, expiresAt, appointmentAt, patientName: patient?.name ?? null };
  });
}

const nothingBefore = { followsId: null, appointmentAt: null };

async function makePatient(
  tables: ClinicTables,
  { clinicId }: Scope,
  { name, dateOfBirth, email }: PatientInvitation,
  now: Date,
): Promise<Invitee['patient']> {
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

/** Takes an invitation back that nobody has used. False where there is none such. */
export function cancelInvitation(
  database: PrismaClient,
  scope: Scope,
  id: string,
  now: Date,
): Promise<boolean> {
  demand(scope, 'invite');
  return inClinic(database, scope, (clinic) => takeBack(clinic, id, now));
}

async function takeBack({ tables, record }: InClinic, id: string, now: Date): Promise<boolean> {
  if (!z.uuid().safeParse(id).success) return false;
  const { count } = await tables.invitation.updateMany({
    where: { id, usedAt: null, cancelledAt: null },
    data: { cancelledAt: now },
  });
  if (count > 0) await record({ action: 'invitation-cancelled', at: now });
  return count > 0;
}

/** It lasts at least to the end of the day after the appointment. */
function expiryOf(validDays: number, appointmentAt: Date | null, now: Date): Date {
  const usual = now.getTime() + validDays * dayMs;
  return new Date(Math.max(usual, appointmentAt ? appointmentAt.getTime() + dayMs : 0));
}
