'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { deleteSelfCheck } from '../use-self-check';

/** Deletes the answers from this device, once the person has said so twice. */
export function DeleteAnswers() {
  const t = useTranslations('result.actions');
  const [isAsking, setAsking] = useState(false);
  if (!isAsking) {
    return (
      <button type="button" className="button-quiet" onClick={() => setAsking(true)}>
        {t('delete')}
      </button>
    );
  }
  return (
    <div role="group" aria-label={t('deleteSure')} className="flex flex-wrap items-center gap-3">
      <p role="status">{t('deleteSure')}</p>
      <button type="button" className="button-primary" onClick={deleteSelfCheck}>
        {t('deleteYes')}
      </button>
      <button type="button" className="button-quiet" onClick={() => setAsking(false)}>
        {t('deleteNo')}
      </button>
    </div>
  );
}
