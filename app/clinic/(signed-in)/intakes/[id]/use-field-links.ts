'use client';

import { useEffect } from 'react';

export const tabs = ['answers', 'examination', 'assessment'] as const;
export type Tab = (typeof tabs)[number];

/**
 * Links to a field, `#f-…`, lead to it also where its column is another tab; the address stays as it
 * is, since addresses end up in histories.
 */
export function useFieldLinks(show: (column: Tab) => void): void {
  useEffect(() => {
    const follow = (event: MouseEvent) => {
      if (!(event.target instanceof Element)) return;
      const link = event.target.closest('a[href^="#f-"]');
      const field = document.getElementById(link?.getAttribute('href')?.slice(1) ?? '');
      if (!field) return;
      event.preventDefault();
      const column = tabs.find((tab) => field.closest(`#column-${tab}`));
      if (column) show(column);
      const folded = field.closest('details');
      if (folded) folded.open = true;
      // On a phone its column appears with the next frame.
      requestAnimationFrame(() => {
        field.scrollIntoView({ block: 'center' });
        field.focus({ preventScroll: true });
      });
    };
    document.addEventListener('click', follow);
    return () => document.removeEventListener('click', follow);
  }, [show]);
}
