'use client';

import { useTranslations } from 'next-intl';
import { useEffect } from 'react';

/** Names the page in the browser's title, as long as it stands there. */
export function usePageTitle(title: string): void {
  const t = useTranslations('site');
  const name = t('name');
  useEffect(() => {
    document.title = `${title} · ${name}`;
  }, [title, name]);
}
