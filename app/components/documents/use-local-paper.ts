'use client';

import { useSyncExternalStore } from 'react';
import { type PaperSize, paperOfLanguage } from '@/lib/summary/pdf/paper';

/** The paper of the region that the browser names; A4 until it has been asked. */
export function useLocalPaper(): PaperSize {
  return useSyncExternalStore(
    neverChanges,
    () => paperOfLanguage(navigator.language),
    () => 'a4',
  );
}

function neverChanges() {
  return () => {};
}
