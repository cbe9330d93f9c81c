'use client';

import { useSyncExternalStore } from 'react';
import type { PaperSize } from '@/lib/summary/pdf/paper';

/** Where printers hold Letter; everywhere else they hold A4. */
const letterRegions = [
  'US',
  'CA',
  'MX',
  'PH',
  'CL',
  'CO',
  'VE',
  'CR',
  'GT',
  'NI',
  'PA',
  'DO',
  'PR',
];

/** The paper of the region that the browser names; A4 until it has been asked. */
export function useLocalPaper(): PaperSize {
  return useSyncExternalStore(neverChanges, paperOfBrowser, () => 'a4');
}

function paperOfBrowser(): PaperSize {
  const region = new Intl.Locale(navigator.language).region;
  return region !== undefined && letterRegions.includes(region) ? 'letter' : 'a4';
}

function neverChanges() {
  return () => {};
}
