'use server';

import { revalidatePath } from 'next/cache';
import { getTranslations } from 'next-intl/server';
import { requireScope, requireScopeOfForm } from '@/app/clinic/require-scope';
import {
  cancelInvitation,
  findUnlikelyDates,
  invitePatient,
  patientInvitationSchema,
  validDaysUsual,
} from '@/lib/clinic/invite-patient';
import { mailSettings, sendMail } from '@/lib/clinic/mail';
import { connectDatabase } from '@/lib/intake/database';
import { knowledgeBase } from '@/lib/knowledge/read-rules';

export type InviteField =
  | 'name'
  | 'dateOfBirth'
  | 'email'
  | 'appointmentAt'
  | 'validDays'
  | 'invitee';

export interface InviteState {
  readonly faults: readonly InviteField[];
  readonly written: Readonly<Record<string, string>>;
  /** What was made, its link told this once. */
  readonly made: {
    readonly secret: string;
    readonly patientName: string | null;
    readonly appointmentAt: string | null;
    readonly expiresAt: string;
    /** Whether it went by mail; null where that was not asked for. */
    readonly isMailed: boolean | null;
  } | null;
}

const fields = ['name', 'dateOfBirth', 'email', 'appointmentAt', 'validDays'] as const;
const hidden = ['followsId', 'renewsId', 'patientId'] as const;

/** Invites a patient: the link, or the fields at fault. */
export async function invite(_before: InviteState, form: FormData): Promise<InviteState> {
  const scope = await requireScopeOfForm('invite', form);
  const written = Object.fromEntries(
    [...fields, ...hidden].map((name) => [name, String(form.get(name) ?? '')]),
  );
  const parsed = patientInvitationSchema.safeParse({
    ...written,
    validDays: written.validDays || String(validDaysUsual),
  });
  if (!parsed.success) {
    const faults = fields.filter((name) =>
      parsed.error.issues.some(({ path }) => path[0] === name),
    );
    return { faults: faults.length > 0 ? faults : ['invitee'], written, made: null };
  }
  const now = new Date();
  const unlikely = findUnlikelyDates(parsed.data, now);
  if (unlikely.length > 0) return { faults: unlikely, written, made: null };
  const invited = await invitePatient(await connectDatabase(), scope, parsed.data, now);
  if (!invited) return { faults: ['invitee'], written, made: null };
  const { secret, patientName, expiresAt, appointmentAt } = invited;
  const isMailed = await mailInvitation(scope.clinicName, parsed.data.email, secret);
  return {
    faults: [],
    written: {},
    made: {
      ...{ secret, patientName, isMailed },
      appointmentAt: appointmentAt?.toISOString() ?? null,
      expiresAt: expiresAt.toISOString(),
    },
  };
}

async function mailInvitation(clinic: string, to: string, secret: string): Promise<boolean | null> {
  const settings = mailSettings();
  if (!settings || to === '') return null;
  const t = await getTranslations('invite.mail');
  const link = `${settings.site}/invited/${secret}`;
  const numbers = knowledgeBase().region.emergencyNumbers.join(' / ');
  const text = t('text', { clinic, link, numbers });
  return sendMail(settings, { to, subject: t('subject', { clinic }), text });
}

/** Takes an invitation back. */
export async function cancel(id: string): Promise<void> {
  const scope = await requireScope('invite');
  await cancelInvitation(await connectDatabase(), scope, id, new Date());
  revalidatePath('/clinic/worklist');
}
