'use client';

import { useTranslations } from 'next-intl';
import { signOut } from '@/app/sign-in/actions';
import { forgetUnsent, hasUnsent } from './unsent-changes';

/** Signs out; what was typed and not stored yet would go, so that is asked first. */
export function SignOut() {
  const t = useTranslations('account.navigation');
  return (
    <form
      action={signOut}
      onSubmit={(event) => {
        if (hasUnsent() && !window.confirm(t('unsent'))) event.preventDefault();
        else forgetUnsent();
      }}
    >
      <button type="submit" className="min-h-10 text-accent underline">
        {t('signOut')}
      </button>
    </form>
  );
}
