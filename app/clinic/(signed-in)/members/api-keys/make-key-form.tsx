'use client';

import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { Submit } from '@/app/components/forms/submit';
import { TextInput } from '@/app/components/forms/text-input';
import type { ApiScope } from '@/lib/intake/api-keys';
import { type MakeKeyState, makeKey } from './actions';
import { NewKey } from './new-key';

interface MakeKeyFormProps {
  readonly clinicId: string;
  readonly scopes: readonly ApiScope[];
}

const nothing: MakeKeyState = {
  faults: { label: false, scopes: false },
  label: '',
  scopes: [],
  key: null,
};

/** Makes a key for one program, which is shown once. */
export function MakeKeyForm({ clinicId, scopes }: MakeKeyFormProps) {
  const t = useTranslations('apiKeys');
  const [{ faults, label, scopes: ticked, key }, act] = useActionState(makeKey, nothing);
  return (
    <>
      <form action={act} className="mt-3 grid gap-4">
        <input type="hidden" name="clinicId" value={clinicId} />
        <TextInput
          name="label"
          label={t('label')}
          hint={t('labelHint')}
          autoComplete="off"
          defaultValue={key ? '' : label}
          fault={faults.label ? t('labelFault') : undefined}
        />
        <fieldset aria-describedby={faults.scopes ? 'scope-fault' : undefined}>
          <legend className="font-semibold">{t('scopes')}</legend>
          {faults.scopes && (
            <p id="scope-fault" className="border-l-8 border-ink pl-3 font-semibold">
              {t('scopesFault')}
            </p>
          )}
          {scopes.map((scope) => (
            <label key={scope} className="flex min-h-11 items-center gap-3 py-1">
              <input
                type="checkbox"
                name="scope"
                value={scope}
                defaultChecked={!key && ticked.includes(scope)}
                className="size-5 shrink-0 accent-accent"
              />
              <span>
                <code>{scope}</code>: {t(`meaning.${scope}`)}
              </span>
            </label>
          ))}
        </fieldset>
        <p>
          <Submit>{t('make')}</Submit>
        </p>
      </form>
      <div aria-live="polite">{key && <NewKey key={key} apiKey={key} label={label} />}</div>
    </>
  );
}
