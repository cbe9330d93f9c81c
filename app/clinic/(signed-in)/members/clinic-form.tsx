'use client';

import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { Submit } from '@/app/components/forms/submit';
import { TextInput } from '@/app/components/forms/text-input';
import type { Clinic } from '@/lib/clinic/read-clinic';
import { renameClinic } from './actions';

/** What the clinic is called on slips and letters. */
export function ClinicForm({ clinic, clinicId }: { clinic: Clinic; clinicId: string }) {
  const t = useTranslations('members.clinic');
  const tSetUp = useTranslations('setUp');
  const tAccount = useTranslations('account');
  const [state, act] = useActionState(renameClinic, null);
  return (
    <form action={act} className="mt-3 grid gap-4">
      <input type="hidden" name="clinicId" value={clinicId} />
      <TextInput
        name="clinic"
        label={tSetUp('clinic')}
        defaultValue={clinic.name}
        fault={state === 'missing' ? tAccount('faults.missing') : undefined}
      />
      <div>
        <label htmlFor="address" className="block font-semibold">
          {tSetUp('address')}
        </label>
        <textarea
          id="address"
          name="address"
          rows={3}
          maxLength={600}
          defaultValue={clinic.address}
          className="mt-1 w-full max-w-md rounded-small border-2 border-quiet bg-paper px-3 py-2"
        />
      </div>
      <p className="flex items-center gap-4">
        <Submit quiet>{t('store')}</Submit>
        <span role="status">{state === 'done' && t('done')}</span>
      </p>
    </form>
  );
}
