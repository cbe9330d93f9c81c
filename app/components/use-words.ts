'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { momentFormat } from '@/lib/summary/moment-format';
import type { Words } from '@/lib/summary/words';
import { useDeviceTimeZone } from './use-device-time-zone';

/** The words of a page, with times in the reader's own zone. */
export function useWords(): Words {
  const t = useTranslations();
  const format = useFormatter();
  const timeZone = useDeviceTimeZone();
  return useMemo(
    () => ({ t, time: (iso) => format.dateTime(new Date(iso), { ...momentFormat, timeZone }) }),
    [t, format, timeZone],
  );
}
