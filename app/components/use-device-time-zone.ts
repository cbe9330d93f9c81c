'use client';

import { useSyncExternalStore } from 'react';

/** The time zone of the reader's device; UTC until it has been asked. */
export function useDeviceTimeZone(): string {
  return useSyncExternalStore(neverChanges, deviceTimeZone, () => 'UTC');
}

function deviceTimeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

function neverChanges() {
  return () => {};
}
