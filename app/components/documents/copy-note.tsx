'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCopy } from '@/app/components/use-copy';
import { useWords } from '@/app/components/use-words';
import { noteText } from '@/lib/summary/note/note-text';
import type { Summary } from '@/lib/summary/summary';

interface CopyNoteProps {
  /** The summary, or how it is made once somebody wants it. */
  readonly summary: Summary | (() => Promise<Summary>);
  /** Called when the text is taken. */
  readonly onCopy?: () => void;
}

/** Copies the summary as note text; shows it to be copied by hand where the browser refuses. */
export function CopyNote({ summary, onCopy }: CopyNoteProps) {
  const t = useTranslations('note');
  const words = useWords();
  const [note, setNote] = useState('');
  const { state, copy } = useCopy();

  async function copyNote() {
    onCopy?.();
    const text = noteText(typeof summary === 'function' ? await summary() : summary, words);
    setNote(text);
    await copy(text);
  }

  return (
    <div className="print:hidden">
      <div className="flex flex-wrap items-center gap-x-4">
        <button type="button" className="button-quiet" onClick={() => void copyNote()}>
          {t('copy')}
        </button>
        <p aria-live="polite" className="text-small">
          {state === 'copied' && t('copied')}
          {state === 'refused' && t('refused')}
        </p>
      </div>
      {state === 'refused' && (
        <textarea
          readOnly
          rows={12}
          aria-label={t('title')}
          value={note}
          onFocus={({ target }) => target.select()}
          className="mt-2 w-full rounded-small border border-quiet bg-paper p-3 text-small"
        />
      )}
    </div>
  );
}
