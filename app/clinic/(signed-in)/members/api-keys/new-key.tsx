'use client';

import { useTranslations } from 'next-intl';
import { useCopy } from '@/app/components/use-copy';

interface NewKeyProps {
  readonly apiKey: string;
  readonly label: string;
}

/** A key that is shown once, to be copied, or read off letter by letter where the browser refuses. */
export function NewKey({ apiKey, label }: NewKeyProps) {
  const t = useTranslations('apiKeys');
  const { state, copy } = useCopy();
  return (
    <div className="mt-4 border-2 border-accent p-4">
      <p className="measure">{t('once', { label })}</p>
      <p className="mt-2 break-all select-all">
        <code className="font-mono slashed-zero">{apiKey}</code>
      </p>
      <div className="flex flex-wrap items-center gap-x-4">
        <button type="button" className="button-text" onClick={() => void copy(apiKey)}>
          {t('copy')}
        </button>
        {/* Read out: what is around it is a live region. */}
        <p className="text-small">{state !== 'idle' && t(state)}</p>
      </div>
    </div>
  );
}
