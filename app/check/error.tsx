'use client';

import { useTranslations } from 'next-intl';

/** When the answers could not be worked out: nobody is left waiting for a page. */
export default function CheckError({ reset }: { reset: () => void }) {
  const t = useTranslations('check.broken');
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
