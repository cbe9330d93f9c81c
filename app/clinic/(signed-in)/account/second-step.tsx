'use client';

import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { QrCode } from '@/app/check/share/qr-code';
import { Submit } from '@/app/components/forms/submit';
import { TextInput } from '@/app/components/forms/text-input';
import { beginSecondStep, confirmSecondStep, endSecondStep, type SecondStepState } from './actions';

type Step = 'begin' | 'confirm' | 'end';
const steps = { begin: beginSecondStep, confirm: confirmSecondStep, end: endSecondStep };

/** The second step of signing in: on, off, or being turned on. */
export function SecondStep({ isOn }: { isOn: boolean }) {
  const t = useTranslations('account.secondStep');
  const tAccount = useTranslations('account');
  const [state, act] = useActionState(
    (before: SecondStepState, form: FormData) => steps[stepOf(form)](before, form),
    { fault: null, offer: null, isOn },
  );
  const password = (
    <TextInput
      name="password"
      label={tAccount('password')}
      type="password"
      autoComplete="current-password"
      fault={state.fault === 'wrong' ? tAccount('faults.wrong') : undefined}
    />
  );
  if (state.offer) {
    return (
      <form action={act} className="mt-3 grid gap-4">
        <input type="hidden" name="step" value="confirm" />
        <p className="measure">{t('scan')}</p>
        <QrCode text={state.offer.address} label={t('picture')} />
        <p className="text-small">
          {t('key')} <span className="break-all select-all">{state.offer.key}</span>
        </p>
        <div>
          <h3 className="font-semibold">{t('backup')}</h3>
          <p className="measure text-small">{t('backupText')}</p>
          <ul className="mt-1 grid max-w-md grid-cols-2 gap-x-6 tabular-nums">
            {state.offer.backupCodes.map((code) => (
              <li key={code}>{code}</li>
            ))}
          </ul>
        </div>
        <TextInput
          name="code"
          label={t('code')}
          autoComplete="one-time-code"
          inputMode="numeric"
          fault={state.fault === 'code-wrong' ? tAccount('faults.code-wrong') : undefined}
        />
        <p>
          <Submit>{t('confirm')}</Submit>
        </p>
      </form>
    );
  }
  return (
    <form action={act} className="mt-3 grid gap-4">
      <input type="hidden" name="step" value={state.isOn ? 'end' : 'begin'} />
      <p className="measure" role="status">
        {t(state.isOn ? 'on' : 'off')}
      </p>
      {password}
      <p>
        <Submit quiet>{t(state.isOn ? 'end' : 'begin')}</Submit>
      </p>
    </form>
  );
}

function stepOf(form: FormData): Step {
  const step = form.get('step');
  return step === 'confirm' || step === 'end' ? step : 'begin';
}
