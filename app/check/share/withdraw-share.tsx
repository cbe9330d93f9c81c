'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { deleteIntake } from './send-intake';
import { forgetShare } from './stored-shares';

interface WithdrawShareProps {
  reference: string;
  onWithdrawn: (reference: string) => void;
}

/** Deletes what was shared, once the person has said so twice. */
export function WithdrawShare({ reference, onWithdrawn }: WithdrawShareProps) {
  const t = useTranslations('share.withdraw');
  const [state, setState] = useState<'idle' | 'asking' | 'deleting' | 'failed'>('idle');

  async function withdraw() {
    if (state === 'deleting') return;
    setState('deleting');
    if (!(await deleteIntake(reference))) return setState('failed');
    forgetShare(reference);
    onWithdrawn(reference);
  }

  if (state === 'idle') {
    return (
      <button type="button" className="button-text print:hidden" onClick={() => setState('asking')}>
        {t('button')}
      </button>
    );
  }
  return (
    <div role="group" aria-label={t('sure')} className="mt-2 print:hidden">
      <p role="status" className="measure">
        {t(state === 'failed' ? 'failed' : 'sure')}
      </p>
      <div className="mt-2 flex flex-wrap gap-3">
        <button
          type="button"
          className="button-primary"
          aria-disabled={state === 'deleting'}
          onClick={() => void withdraw()}
        >
          {t(state === 'deleting' ? 'deleting' : state === 'failed' ? 'again' : 'yes')}
        </button>
        <button type="button" className="button-quiet" onClick={() => setState('idle')}>
          {t('no')}
        </button>
      </div>
    </div>
  );
}
