/** What an invited patient sends -> an open intake in the clinic's list, once. */
import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Invitation, PrismaClient } from '@/lib/intake/generated/client';
import { storableJson } from '@/lib/intake/storable-json';
import type { Submission } from '@/lib/intake/submission';
import { findUnsureFaults } from '@/lib/intake/submit-intake';
import { type InputFault, validateInput } from '@/lib/triage/answers';
import type { ClinicHouse } from './clinic-house';
import { inClinic } from './in-clinic';
import { judge, queueKeyOf } from './judge';
import type { Scope } from './scope';
import { scopeDatabase } from './scoped-database';
import { hashSecret } from './secret-link';

export type ReceiveResult =
  | { readonly outcome: 'received'; readonly isNew: boolean; readonly receivedAt: Date }
  | { readonly outcome: 'invalid'; readonly faults: readonly InputFault[] }
  /** The submission key already stands for other answers, or for those to another invitation. */
  | { readonly outcome: 'conflict' }
  /** The invitation is unknown, used, taken back or too old: nobody learns which. */
  | { readonly outcome: 'closed' };

/** Which clinic a link invites to; null where it can no longer be used. */
export async function readInvitation(
  database: PrismaClient,
  secret: string,
  now: Date,
): Promise<{ readonly clinicName: string; readonly appointmentAt: Date | null } | null> {
  const invitation = await findInvitation(database, secret);
  if (!invitation || !isOpen(invitation, now)) return null;
  const { clinicName } = await scopeOfInvitation(database, invitation);
  return { clinicName, appointmentAt: invitation.appointmentAt };
}

/**
 * Stores what a patient sends by their invitation. However often it is sent, it makes one intake,
 * and every try is told when it arrived.
 * @param now the server's clock
 */
export async function receiveSelfCheck(
  { database, base }: ClinicHouse,
  secret: string,
  submission: Submission,
  now: Date,
): Promise<ReceiveResult> {
  const invitation = await findInvitation(database, secret);
  if (!invitation) return { outcome: 'closed' };
  const scope = await scopeOfInvitation(database, invitation);
  const earlier = await findEarlier(database, scope, invitation, submission);
  if (earlier) return earlier;
  if (!isOpen(invitation, now)) return { outcome: 'closed' };

  const { audience, answers, unsure, submissionKey, answeredSecondsAgo } = submission;
  const checked = validateInput(base, { audience, answers });
  const faults = [
    // An examination is not a patient's to send.
    ...(audience === 'patient' ? [] : [{ field: 'audience', message: 'must be patient' }]),
    ...(checked.ok ? [] : checked.faults),
    ...findUnsureFaults(base, submission),
  ];
  if (!checked.ok || faults.length > 0) return { outcome: 'invalid', faults };
  const answeredAt = new Date(now.getTime() - answeredSecondsAgo * 1000);
  const content = { audience, answers: checked.input.answers, findings: {} };
  const judged = await judge(base, content, answeredAt);

  const isNew = await inClinic(database, scope, async ({ tables, record }) => {
    const { count } = await tables.invitation.updateMany({
      where: { id: invitation.id, usedAt: null, cancelledAt: null, expiresAt: { gt: now } },
      data: { usedAt: now },
    });
    if (count === 0) return false;
    const id = randomUUID();
    await tables.clinicIntake.create({
      data: {
        ...{ id, clinicId: scope.clinicId, submissionKey, audience, answeredAt, receivedAt: now },
        patientId: invitation.patientId,
        invitationId: invitation.id,
        followsId: invitation.followsId,
        answers: storableJson(checked.input.answers),
        unsure: storableJson(unsure),
        findings: {},
        conclusion: {},
        ...judged,
        assessment: storableJson(judged.assessment),
        queueKey: queueKeyOf(judged.urgency, now, id),
      },
    });
    if (invitation.followsId) {
      // Somebody looks again: at this one.
      await tables.clinicIntake.updateMany({
        where: { id: invitation.followsId, state: 'signed' },
        data: { recheckAt: null },
      });
    }
    await record({ action: 'received', at: now, intakeId: id, byNobody: true });
    return true;
  });
  if (isNew) return { outcome: 'received', isNew, receivedAt: now };
  return (await findEarlier(database, scope, invitation, submission)) ?? { outcome: 'closed' };
}

function findInvitation(database: PrismaClient, secret: string): Promise<Invitation | null> {
  return database.invitation.findUnique({ where: { secretHash: hashSecret(secret) } });
}

function isOpen({ usedAt, cancelledAt, expiresAt }: Invitation, now: Date): boolean {
  return usedAt === null && cancelledAt === null && expiresAt > now;
}

/**
 * On whose behalf a patient's answers are stored: the clinic's that invited, by no member. Nothing
 * but what an invitation allows is done with it.
 */
async function scopeOfInvitation(database: PrismaClient, { clinicId }: Invitation): Promise<Scope> {
  const { name } = await database.clinic.findUniqueOrThrow({ where: { id: clinicId } });
  return {
    ...{ clinicId, clinicName: name },
    ...{ memberId: '', userId: '', userName: '', role: 'clinician' },
  };
}

/** What a retry is told: null where this is the first try. */
async function findEarlier(
  database: PrismaClient,
  scope: Scope,
  { id: invitationId }: Invitation,
  { submissionKey, audience, answers, unsure }: Submission,
): Promise<ReceiveResult | null> {
  const row = await scopeDatabase(database, scope).clinicIntake.findFirst({
    where: { submissionKey },
    select: { invitationId: true, audience: true, answers: true, unsure: true, receivedAt: true },
  });
  if (!row) return null;
  const { receivedAt, ...stored } = row;
  const sent = { invitationId, audience, answers, unsure };
  if (!isDeepStrictEqual(stored, sent)) return { outcome: 'conflict' };
  return { outcome: 'received', isNew: false, receivedAt };
}
