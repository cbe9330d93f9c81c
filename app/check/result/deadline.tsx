'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Referral } from '@/lib/triage/assessment';
import { describeDeadline } from './describe-deadline';

/** Until when somebody has to be seen, in the device's own time; nothing where there is no such time. */
export function Deadline({ referral: { clock, timeFrame } }: { referral: Referral }) {
  const t = useTranslations('result.deadline');
  const format = useFormatter();
  const [now] = useState(() => new Date());
  if (!clock) return null;
  const deadline = new Date(clock.deadline);
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const values = {
    time: format.dateTime(deadline, {
      timeZone,
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    }),
    date: format.dateTime(deadline, { timeZone, weekday: 'long', day: 'numeric', month: 'long' }),
  };
  return (
    <div className="measure">
      <p className="text-title font-semibold">
        <time dateTime={clock.deadline}>{t(describeDeadline(deadline, now), values)}</time>
      </p>
      {clock.why !== timeFrame && <p className="text-quiet">{clock.why}</p>}
    </div>
  );
}
