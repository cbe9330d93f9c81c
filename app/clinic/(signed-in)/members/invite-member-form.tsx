'use client';

import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { Submit } from '@/app/components/forms/submit';
import { TextInput } from '@/app/components/forms/text-input';
import { roles } from '@/lib/clinic/roles';
import { SecretLink } from '../secret-link';
import { type InviteState, invite } from './actions';

const nothing: InviteState = { fault: null, email: '', secret: null, isMailed: null };

/** Invites somebody by a link, which is shown once. */
export function InviteMemberForm({ clinicId }: { clinicId: string }) {
  const t = useTranslations('members');
  const tAccount = useTranslations('account');
  const [{ fault, email, secret, isMailed }, act] = useActionState(invite, nothing);
  return (
    <>
      <form action={act} className="mt-3 grid gap-4">
        <input type="hidden" name="clinicId" value={clinicId} />
        <TextInput
          name="email"
          label={tAccount('email')}
          type="email"
          autoComplete="off"
          defaultValue={secret ? '' : email}
          fault={fault ? tAccount(`faults.${fault}`) : undefined}
        />
        <div>
          <label htmlFor="role" className="block font-semibold">
            {t('role')}
          </label>
          <select
            id="role"
            name="role"
            defaultValue="clinician"
            className="mt-1 min-h-12 rounded-small border-2 border-quiet bg-paper px-3"
          >
            {roles.map((one) => (
              <option key={one} value={one}>
                {t(`roles.${one}`)}
              </option>
            ))}
          </select>
          <p className="measure mt-1 text-small text-quiet">{t('roleHint')}</p>
        </div>
        <p>
          <Submit>{t('inviteAction')}</Submit>
        </p>
      </form>
      <div aria-live="polite">
        {isMailed !== null && (
          <p className="mt-3 font-semibold">{t(isMailed ? 'mailed' : 'notMailed', { email })}</p>
        )}
        {secret && <SecretLink path={`/join/${secret}`} text={t('link', { email })} />}
      </div>
    </>
  );
}
