'use client';

import { useSyncExternalStore } from 'react';
import { readShares, type Share, watchShares } from './stored-shares';

const none: readonly Share[] = [];

/** What was shared from this device; nothing until the device has been asked. */
export function useShares(): readonly Share[] {
  return useSyncExternalStore(watchShares, readShares, () => none);
}
