'use client';

import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { FormFault } from '@/app/components/forms/form-fault';
import { Submit } from '@/app/components/forms/submit';
import { TextInput } from '@/app/components/forms/text-input';
import { signIn } from './actions';

/** Address and password; it works without JavaScript too. */
export function SignInForm({ next }: { next: string }) {
  const t = useTranslations('signIn');
  const [{ fault, email }, act] = useActionState(signIn, { fault: null, email: '' });
  return (
    <form action={act} className="mt-6 grid gap-4">
      <FormFault>{fault && t(`faults.${fault}`)}</FormFault>
      <input type="hidden" name="next" value={next} />
      <TextInput
        name="email"
        label={t('email')}
        type="email"
        autoComplete="username webauthn"
        defaultValue={email}
        required
      />
      <TextInput
        name="password"
        label={t('password')}
        type="password"
        autoComplete="current-password"
        required
      />
      <p>
        <Submit>{t('action')}</Submit>
      </p>
    </form>
  );
}
