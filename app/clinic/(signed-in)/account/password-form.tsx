'use client';

import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { Submit } from '@/app/components/forms/submit';
import { TextInput } from '@/app/components/forms/text-input';
import { changePassword } from './actions';

export function PasswordForm() {
  const t = useTranslations('account');
  const [state, act] = useActionState(changePassword, null);
  const isNewAtFault = state !== null && state !== 'done' && state !== 'wrong';
  return (
    <form action={act} className="mt-3 grid gap-4">
      <TextInput
        name="currentPassword"
        label={t('passwordChange.current')}
        type="password"
        autoComplete="current-password"
        fault={state === 'wrong' ? t('faults.wrong') : undefined}
      />
      <TextInput
        name="newPassword"
        label={t('passwordChange.new')}
        hint={t('passwordHint')}
        type="password"
        autoComplete="new-password"
        fault={isNewAtFault ? t(`faults.${state}`) : undefined}
      />
      <p className="flex items-center gap-4">
        <Submit quiet>{t('passwordChange.action')}</Submit>
        <span role="status">{state === 'done' && t('passwordChange.done')}</span>
      </p>
    </form>
  );
}
