'use client';

import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { ConfirmDialog } from '@/app/components/confirm-dialog';
import { goTo } from './places';
import { deleteSelfCheck } from './use-self-check';

/** Deletes the answers from this device, after asking once. */
export function DeleteAnswers() {
  const t = useTranslations('check.delete');
  const dialog = useRef<HTMLDialogElement>(null);
  return (
    <>
      <button
        type="button"
        className="button-text text-small"
        onClick={() => dialog.current?.showModal()}
      >
        {t('title')}
      </button>
      <ConfirmDialog
        ref={dialog}
        question={t('question')}
        confirm={t('confirm')}
        keep={t('keep')}
        onConfirm={() => {
          deleteSelfCheck();
          goTo('/check');
        }}
      >
        <p>{t('consequence')}</p>
      </ConfirmDialog>
    </>
  );
}
