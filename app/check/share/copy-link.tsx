'use client';

import { useTranslations } from 'next-intl';
import { useCopy } from '@/app/components/use-copy';

/** Copies the address of what was shared; says so, and says it where the browser refuses. */
export function CopyLink({ address }: { address: string }) {
  const t = useTranslations('share.copy');
  const { state, copy } = useCopy();

  return (
    <div className="flex flex-wrap items-center gap-x-4 print:hidden">
      <button type="button" className="button-text" onClick={() => void copy(address)}>
        {t('button')}
      </button>
      <p aria-live="polite" className="text-small break-words">
        {state === 'copied' && t('copied')}
        {state === 'refused' &&
          t.rich('refused', { address, b: (text) => <b className="break-all">{text}</b> })}
      </p>
    </div>
  );
}
