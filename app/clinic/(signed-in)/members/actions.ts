'use server';

import { revalidatePath } from 'next/cache';
import { getTranslations } from 'next-intl/server';
import { requireScope, requireScopeOfForm } from '@/app/clinic/require-scope';
import { clinicAddressSchema, clinicNameSchema, emailSchema } from '@/lib/clinic/account-input';
import { changeClinic } from '@/lib/clinic/change-clinic';
import { mailSettings, sendMail } from '@/lib/clinic/mail';
import { cancelMemberInvitation, changeMember, inviteMember } from '@/lib/clinic/members';
import { roles } from '@/lib/clinic/roles';
import { connectDatabase } from '@/lib/intake/database';

export interface InviteState {
  readonly fault: 'no-address' | null;
  readonly email: string;
  /** Of the link, shown once. */
  readonly secret: string | null;
  /** Whether it went by mail; null where no mail server is named. */
  readonly isMailed: boolean | null;
}

export async function invite(_before: InviteState, form: FormData): Promise<InviteState> {
  const scope = await requireScopeOfForm('manage', form);
  const written = String(form.get('email') ?? '');
  const email = emailSchema.safeParse(written);
  const role = roles.find((one) => one === form.get('role')) ?? 'frontDesk';
  if (!email.success) return { fault: 'no-address', email: written, secret: null, isMailed: null };
  const database = await connectDatabase();
  const secret = await inviteMember(database, scope, { email: email.data, role }, new Date());
  const isMailed = await mailLink(scope.clinicName, email.data, secret);
  revalidatePath('/clinic/members');
  return { fault: null, email: email.data, secret, isMailed };
}

async function mailLink(clinic: string, to: string, secret: string): Promise<boolean | null> {
  const settings = mailSettings();
  if (!settings) return null;
  const t = await getTranslations('members.mail');
  const text = t('text', { clinic, link: `${settings.site}/join/${secret}` });
  return sendMail(settings, { to, subject: t('subject', { clinic }), text });
}

export async function cancel(id: string): Promise<void> {
  const scope = await requireScope('manage');
  await cancelMemberInvitation(await connectDatabase(), scope, id, new Date());
  revalidatePath('/clinic/members');
}

export type MemberState = 'done' | 'missing' | 'last-administrator' | null;

/** Another role, or with `remove` none. */
export async function change(
  memberId: string,
  _before: MemberState,
  form: FormData,
): Promise<MemberState> {
  const scope = await requireScope('manage');
  const asked = form.get('role');
  const role = roles.find((one) => one === asked) ?? null;
  if (role === null && asked !== 'remove') return 'missing';
  const changed = await changeMember(await connectDatabase(), scope, memberId, role, new Date());
  revalidatePath('/clinic/members');
  return changed;
}

/** What the clinic is called on slips and letters. */
export async function renameClinic(
  _before: 'done' | 'missing' | null,
  form: FormData,
): Promise<'done' | 'missing'> {
  const scope = await requireScopeOfForm('manage', form);
  const name = clinicNameSchema.safeParse(form.get('clinic'));
  const address = clinicAddressSchema.safeParse(form.get('address') ?? '');
  if (!name.success || !address.success) return 'missing';
  const clinic = { name: name.data, address: address.data };
  await changeClinic(await connectDatabase(), scope, clinic, new Date());
  revalidatePath('/clinic', 'layout');
  return 'done';
}
