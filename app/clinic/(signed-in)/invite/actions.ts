'use server';

import { revalidatePath } from 'next/cache';
import { requireScope } from '@/app/clinic/require-scope';
import {
  cancelInvitation,
  invitePatient,
  patientInvitationSchema,
  validDaysUsual,
} from '@/lib/clinic/invite-patient';
import { connectDatabase } from '@/lib/intake/database';

export type InviteField =
  | 'name'
  | 'dateOfBirth'
  | 'email'
  | 'appointmentAt'
  | 'validDays'
  | 'followsId';

export interface InviteState {
  readonly faults: readonly InviteField[];
  readonly written: Readonly<Record<string, string>>;
  /** What was made, its link told this once. */
  readonly made: {
    readonly secret: string;
    readonly patientName: string | null;
    readonly appointmentAt: string | null;
    readonly expiresAt: string;
  } | null;
}

const fields = ['name', 'dateOfBirth', 'email', 'appointmentAt', 'validDays', 'followsId'] as const;

/** Invites a patient: the link, or the fields at fault. */
export async function invite(_before: InviteState, form: FormData): Promise<InviteState> {
  const scope = await requireScope('invite');
  const written = Object.fromEntries(fields.map((name) => [name, String(form.get(name) ?? '')]));
  const parsed = patientInvitationSchema.safeParse({
    ...written,
    validDays: written.validDays || String(validDaysUsual),
  });
  if (!parsed.success) {
    const faults = fields.filter((name) =>
      parsed.error.issues.some(({ path }) => path[0] === name),
    );
    return { faults, written, made: null };
  }
  const invited = await invitePatient(await connectDatabase(), scope, parsed.data, new Date());
  if (!invited) return { faults: ['followsId'], written, made: null };
  const { secret, patientName, expiresAt } = invited;
  return {
    faults: [],
    written: {},
    made: {
      ...{ secret, patientName },
      appointmentAt: parsed.data.appointmentAt || null,
      expiresAt: expiresAt.toISOString(),
    },
  };
}

/** Takes an invitation back. */
export async function cancel(id: string): Promise<void> {
  const scope = await requireScope('invite');
  await cancelInvitation(await connectDatabase(), scope, id, new Date());
  revalidatePath('/clinic/worklist');
}
