/** Whom an invitation is for, where the clinic knows them already. */
import { z } from 'zod';
import type { PrismaClient } from '@/lib/intake/generated/client';
import type { Scope } from './scope';
import { type ClinicTables, scopeDatabase } from './scoped-database';

const id = z.union([z.literal(''), z.uuid()]);

/** Named by at most one of these; by none, it is somebody new. */
export const inviteeShape = {
  /** The intake that is asked about again. */
  followsId: id,
  /** The invitation, lost or almost over, that the new one takes the place of. */
  renewsId: id,
  patientId: id,
};
const schema = z.object(inviteeShape);
export type InviteeNamed = z.output<typeof schema>;

export interface Invitee {
  readonly patient: { readonly id: string; readonly name: string } | null;
  readonly followsId: string | null;
  readonly appointmentAt: Date | null;
}

const patient = { select: { id: true, name: true } } as const;

/** Null where the clinic has no such intake, open invitation or patient. */
export async function findInvitee(
  tables: ClinicTables,
  { followsId, renewsId, patientId }: InviteeNamed,
): Promise<Invitee | null> {
  if (renewsId) {
    return tables.invitation.findUnique({
      where: { id: renewsId, usedAt: null, cancelledAt: null },
      select: { followsId: true, appointmentAt: true, patient },
    });
  }
  if (followsId) {
    const intake = await tables.clinicIntake.findUnique({
      where: { id: followsId },
      select: { patient },
    });
    return intake && { patient: intake.patient, followsId, appointmentAt: null };
  }
  const known = await tables.patient.findUnique({ where: { id: patientId }, ...patient });
  return known && { patient: known, followsId: null, appointmentAt: null };
}

/** Whom an address names; null where it names nobody of the clinic's. */
export async function readInvitee(
  database: PrismaClient,
  scope: Scope,
  named: InviteeNamed,
): Promise<Invitee | null> {
  const parsed = schema.safeParse(named);
  if (!parsed.success || !namesSomebody(parsed.data)) return null;
  return findInvitee(scopeDatabase(database, scope), parsed.data);
}

/** Whether it is anybody whom the clinic knows already. */
export function namesSomebody({ followsId, renewsId, patientId }: InviteeNamed): boolean {
  return [followsId, renewsId, patientId].some((one) => one !== '');
}
