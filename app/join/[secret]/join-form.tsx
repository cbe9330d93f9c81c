'use client';

import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { FormFault } from '@/app/components/forms/form-fault';
import { Submit } from '@/app/components/forms/submit';
import { TextInput } from '@/app/components/forms/text-input';
import { type JoinState, joinNew, joinSignedIn } from './actions';

const nothing: JoinState = { faults: {}, failure: null, name: '' };

export function JoinForm({ secret, isSignedIn }: { secret: string; isSignedIn: boolean }) {
  const t = useTranslations('join');
  const tAccount = useTranslations('account');
  const join = isSignedIn ? joinSignedIn : joinNew;
  const [{ faults, failure, name }, act] = useActionState(join.bind(null, secret), nothing);
  return (
    <form action={act} className="mt-6 grid gap-4">
      <FormFault>{failure && tAccount(`failures.${failure}`)}</FormFault>
      {!isSignedIn && (
        <>
          <TextInput
            name="name"
            label={tAccount('name')}
            hint={tAccount('nameHint')}
            autoComplete="name"
            defaultValue={name}
            fault={faults.name && tAccount(`faults.${faults.name}`)}
          />
          <TextInput
            name="password"
            label={tAccount('password')}
            hint={tAccount('passwordHint')}
            type="password"
            autoComplete="new-password"
            fault={faults.password && tAccount(`faults.${faults.password}`)}
          />
        </>
      )}
      <p>
        <Submit>{t('action')}</Submit>
      </p>
    </form>
  );
}
