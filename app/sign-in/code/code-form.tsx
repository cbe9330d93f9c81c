'use client';

import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { FormFault } from '@/app/components/forms/form-fault';
import { Submit } from '@/app/components/forms/submit';
import { TextInput } from '@/app/components/forms/text-input';
import { enterCode } from '../actions';

export function CodeForm({ next }: { next: string }) {
  const t = useTranslations('signIn');
  const [fault, act] = useActionState(enterCode, null);
  return (
    <form action={act} className="mt-6 grid gap-4">
      <FormFault>{fault && t(`faults.${fault}`)}</FormFault>
      <input type="hidden" name="next" value={next} />
      <TextInput
        name="code"
        label={t('code.label')}
        hint={t('code.hint')}
        autoComplete="one-time-code"
        required
      />
      <p>
        <Submit>{t('action')}</Submit>
      </p>
    </form>
  );
}
