'use client';

import { useTranslations } from 'next-intl';

/** When a page of the clinic could not be made, such as while the database does not answer. */
export default function ClinicError({ reset }: { reset: () => void }) {
  const t = useTranslations('account.broken');
  return (
    <div className="page" role="alert">
      <h1 className="text-title">{t('title')}</h1>
      <p className="measure py-4">{t('text')}</p>
      <button type="button" className="button-primary" onClick={reset}>
        {t('retry')}
      </button>
    </div>
  );
}
