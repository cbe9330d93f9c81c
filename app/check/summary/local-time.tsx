'use client';

import { useFormatter } from 'next-intl';
import { useSyncExternalStore } from 'react';

/** A time in the reader's own zone, which it names: UTC until the device has been asked. */
export function LocalTime({ iso }: { iso: string }) {
  const format = useFormatter();
  const timeZone = useSyncExternalStore(neverChanges, deviceTimeZone, () => 'UTC');
  return (
    <time dateTime={iso} className="whitespace-nowrap">
      {format.dateTime(new Date(iso), {
        timeZone,
        weekday: 'short',
        day: 'numeric',
        month: 'short',
        year: 'numeric',
        hour: '2-digit',
        minute: '2-digit',
        hourCycle: 'h23',
        timeZoneName: 'short',
      })}
    </time>
  );
}

function deviceTimeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

function neverChanges() {
  return () => {};
}
