'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { useDeviceTimeZone } from '@/app/components/use-device-time-zone';

interface ClockProps {
  /** ISO 8601, UTC. */
  readonly at: string;
  /** The server's clock when the page was made. */
  readonly now: string;
  readonly says: 'waiting' | 'deadline' | 'recheck' | 'signed' | 'reached';
}

const tickMs = 30_000;

/** How long something has been waiting, by when it is due, or when it was done: it goes on while the page is open. */
export function Clock({ at, now: madeAt, says }: ClockProps) {
  const t = useTranslations('worklist.clock');
  const format = useFormatter();
  const timeZone = useDeviceTimeZone();
  const [now, setNow] = useState(() => new Date(madeAt));
  useEffect(() => {
    const tick = () => setNow(new Date());
    tick();
    const timer = setInterval(tick, tickMs);
    return () => clearInterval(timer);
  }, []);
  const moment = new Date(at);
  const isPast = moment <= now;
  const relative = format.relativeTime(moment, now);
  const isToday = dayOf(moment) === dayOf(now);
  const time = format.dateTime(moment, {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    ...(!isToday && { weekday: 'short', day: 'numeric', month: 'short' }),
  });
  const overdue = says === 'deadline' && isPast;
  return (
    <time
      dateTime={at}
      className={`whitespace-nowrap tabular-nums ${overdue ? 'font-semibold' : says === 'deadline' ? '' : 'text-quiet'}`}
    >
      {t(overdue ? 'overdue' : says, { relative, time })}
    </time>
  );

  function dayOf(date: Date): string {
    return format.dateTime(date, { timeZone, dateStyle: 'short' });
  }
}
