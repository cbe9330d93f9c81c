'use client';

import { useTranslations } from 'next-intl';
import { useRef } from 'react';
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
      <dialog
        ref={dialog}
        aria-labelledby="delete-title"
        className="m-auto w-[calc(100%-2.5rem)] max-w-md border border-quiet bg-paper p-6 text-ink backdrop:bg-black/50"
      >
        <h2 id="delete-title" className="text-lead">
          {t('question')}
        </h2>
        <p className="pt-2 pb-6">{t('consequence')}</p>
        <form method="dialog" className="flex flex-wrap gap-3">
          <button
            type="submit"
            className="button-primary"
            onClick={() => {
              deleteSelfCheck();
              goTo('/check');
            }}
          >
            {t('confirm')}
          </button>
          <button type="submit" className="button-quiet">
            {t('keep')}
          </button>
        </form>
      </dialog>
    </>
  );
}
