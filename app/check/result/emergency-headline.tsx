'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { EmergencyCall } from '@/app/components/emergency-call';
import { UrgencyMark } from '@/app/components/urgency-mark';
import type { Assessment } from '@/lib/triage/assessment';

interface EmergencyHeadlineProps {
  readonly name: string;
  readonly instruction: string;
  readonly assessment: Assessment;
  readonly emergencyNumbers: readonly string[];
  readonly children: ReactNode;
}

/** Fills the top of the page: the words, the one big button, and why. */
export function EmergencyHeadline({
  name,
  instruction,
  assessment: { audience, redFlags, urgency },
  emergencyNumbers,
  children,
}: EmergencyHeadlineProps) {
  const t = useTranslations('result.headline');
  const flags = redFlags.filter((flag) => flag.urgency === urgency);
  return (
    <header className="bg-alarm text-on-alarm print:bg-paper print:text-ink">
      <div className="page grid gap-5 pb-8">
        <h1 className="max-sm:[&_[data-urgency]]:w-full max-sm:[&_[data-urgency]>span]:flex-1 max-sm:[&_[data-urgency]>span]:basis-64">
          <UrgencyMark urgency="emergency-now" name={name} size="large" plain />
        </h1>
        {audience === 'patient' && <EmergencyCall numbers={emergencyNumbers} />}
        <p className="measure text-lead">{instruction}</p>
        {flags.length > 0 && (
          <div className="measure">
            <p className="font-semibold">{t('because')}</p>
            <ul className="list-disc pl-5">
              {flags.map(({ id, text }) => (
                <li key={id}>{text}</li>
              ))}
            </ul>
          </div>
        )}
        {children}
      </div>
    </header>
  );
}
