'use client';

import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { FormFault } from '@/app/components/forms/form-fault';
import { Submit } from '@/app/components/forms/submit';
import { TextInput } from '@/app/components/forms/text-input';
import { type SetUpState, setUp } from './actions';

const nothing: SetUpState = { faults: {}, failure: null, written: {} };

export function SetUpForm({ secret }: { secret: string }) {
  const t = useTranslations('setUp');
  const tAccount = useTranslations('account');
  const [{ faults, failure, written }, act] = useActionState(setUp.bind(null, secret), nothing);
  const faultOf = (name: keyof SetUpState['faults']) => {
    const fault = faults[name];
    return fault && tAccount(`faults.${fault}`);
  };
  return (
    <form action={act} className="mt-6 grid gap-4">
      <FormFault>{failure && tAccount(`failures.${failure}`)}</FormFault>
      <TextInput
        name="clinic"
        label={t('clinic')}
        autoComplete="organization"
        fault={faultOf('clinic')}
        defaultValue={written.clinic}
      />
      <TextInput
        name="address"
        label={t('address')}
        hint={t('addressHint')}
        autoComplete="street-address"
        fault={faultOf('address')}
        defaultValue={written.address}
      />
      <TextInput
        name="name"
        label={tAccount('name')}
        hint={tAccount('nameHint')}
        autoComplete="name"
        fault={faultOf('name')}
        defaultValue={written.name}
      />
      <TextInput
        name="email"
        label={tAccount('email')}
        type="email"
        autoComplete="username"
        fault={faultOf('email')}
        defaultValue={written.email}
      />
      <TextInput
        name="password"
        label={tAccount('password')}
        hint={tAccount('passwordHint')}
        type="password"
        autoComplete="new-password"
        fault={faultOf('password')}
      />
      <p>
        <Submit>{t('action')}</Submit>
      </p>
    </form>
  );
}
