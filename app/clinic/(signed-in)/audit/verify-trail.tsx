'use client';

import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { Submit } from '@/app/components/forms/submit';
import { verify } from './actions';

/** Recomputes the whole trail and says whether it holds. */
export function VerifyTrail() {
  const t = useTranslations('audit');
  const [state, act] = useActionState(verify, null);
  return (
    <form action={act} className="mt-4 flex flex-wrap items-center gap-4">
      <Submit quiet>{t('verify')}</Submit>
      <span role="status" className="break-all">
        {state?.ok === true && t('sound', { events: state.events, head: state.head.slice(0, 16) })}
        {state?.ok === false && (
          <strong>{t('broken', { event: state.event, fault: state.fault })}</strong>
        )}
      </span>
    </form>
  );
}
