'use client';

import { useFormatter, useTranslations } from 'next-intl';

/** Until when something shared can be opened, on the device's own calendar. */
export function ExpiryDate({ expiresAt }: { expiresAt: string }) {
  const t = useTranslations('share.shared');
  const format = useFormatter();
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const date = format.dateTime(new Date(expiresAt), { timeZone, dateStyle: 'long' });
  return <>{t.rich('until', { date, time: (text) => <time dateTime={expiresAt}>{text}</time> })}</>;
}
