'use client';

import { useFormatter } from 'next-intl';
import { useDeviceTimeZone } from '@/app/components/use-device-time-zone';
import { momentFormat } from '@/lib/summary/moment-format';

/** A time in the reader's own zone, which it names: UTC until the device has been asked. */
export function LocalTime({ iso }: { iso: string }) {
  const format = useFormatter();
  const timeZone = useDeviceTimeZone();
  return (
    <time dateTime={iso} className="whitespace-nowrap">
      {format.dateTime(new Date(iso), { ...momentFormat, timeZone })}
    </time>
  );
}
