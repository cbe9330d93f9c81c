'use client';

import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import type { Assessment } from '@/lib/triage/assessment';
import { describeDeadline } from './describe-deadline';

interface DeadlineProps {
  readonly assessment: Pick<Assessment, 'referral' | 'urgency'>;
  readonly now: Date;
}

/**
 * Until when somebody has to be seen, in the device's own time, or what to do now that it has passed;
 * nothing where there is no such time.
 */
export function Deadline({ assessment: { referral, urgency }, now }: DeadlineProps) {
  const t = useTranslations('result.deadline');
  const format = useFormatter();
  const { clock, timeFrame } = referral;
  if (!clock) return null;
  const deadline = new Date(clock.deadline);
  const words = describeDeadline(deadline, now);
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
  const said = <time dateTime={clock.deadline}>{t(words, values)}</time>;
  if (words === 'passed') {
    return (
      <div className="measure grid gap-2 border-l-4 border-ink pl-5">
        <p className="text-title font-semibold">
          {t(urgency === 'same-day' ? 'nowGo' : 'nowBook')}
        </p>
        <p>{said}</p>
        <p className="print:hidden">
          <Link href="/check" className="button-text">
            {t('askAgain')}
          </Link>
        </p>
      </div>
    );
  }
  return (
    <div className="measure">
      <p className="text-title font-semibold">{said}</p>
      {clock.why !== timeFrame && <p className="text-quiet">{clock.why}</p>}
    </div>
  );
}
