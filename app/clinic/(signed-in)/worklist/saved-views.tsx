'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useState, useSyncExternalStore } from 'react';
import { forgetView, readViews, saveView, watchViews } from './stored-views';

/** The views that somebody named on this device, and the way to name this one. */
export function SavedViews({ address }: { address: string }) {
  const t = useTranslations('worklist.saved');
  const views = useSyncExternalStore(watchViews, readViews, () => nothing);
  const [name, setName] = useState('');
  return (
    <details className="text-small">
      <summary className="flex min-h-10 items-center text-accent underline">
        {t('title', { count: views.length })}
      </summary>
      <ul>
        {views.map((view) => (
          <li key={view.name} className="flex items-center gap-3">
            <Link href={view.address} className="flex min-h-8 items-center">
              {view.name}
            </Link>
            <button
              type="button"
              className="min-h-8 text-quiet underline"
              onClick={() => forgetView(view.name)}
            >
              {t('forget', { name: view.name })}
            </button>
          </li>
        ))}
      </ul>
      <form
        className="flex items-end gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim()) saveView({ name: name.trim(), address });
          setName('');
        }}
      >
        <label className="block">
          <span className="block text-quiet">{t('name')}</span>
          <input
            value={name}
            maxLength={40}
            onChange={({ target }) => setName(target.value)}
            className="min-h-8 rounded-small border border-quiet bg-paper px-2"
          />
        </label>
        <button type="submit" className="min-h-8 text-accent underline">
          {t('save')}
        </button>
      </form>
      <p className="text-quiet">{t('onDevice')}</p>
    </details>
  );
}

const nothing: ReturnType<typeof readViews> = [];
