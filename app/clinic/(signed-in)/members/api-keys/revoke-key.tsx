'use client';

import { useTranslations } from 'next-intl';
import { useRef, useTransition } from 'react';
import { ConfirmDialog } from '@/app/components/confirm-dialog';
import { revoke } from './actions';

/** Revokes a key, after asking once by its name. */
export function RevokeKey({ id, label }: { id: string; label: string }) {
  const t = useTranslations('apiKeys');
  const dialog = useRef<HTMLDialogElement>(null);
  const [isPending, start] = useTransition();
  return (
    <>
      <button
        type="button"
        className="button-quiet"
        aria-disabled={isPending}
        onClick={() => isPending || dialog.current?.showModal()}
      >
        {t('revoke')}
        <span className="sr-only"> {label}</span>
      </button>
      <ConfirmDialog
        ref={dialog}
        question={t('revokeQuestion', { label })}
        confirm={t('revokeConfirm')}
        keep={t('keep')}
        onConfirm={() => start(() => revoke(id))}
      >
        <p>{t('revokeConsequence')}</p>
      </ConfirmDialog>
    </>
  );
}
