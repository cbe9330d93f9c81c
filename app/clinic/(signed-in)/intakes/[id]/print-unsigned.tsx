'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { createPortal, flushSync } from 'react-dom';
import { ProviderSummary } from '@/app/check/summary/provider-summary';
import { summarize } from '@/lib/summary/summarize';
import type { Summary } from '@/lib/summary/summary';
import type { PageIntake } from './page-intake';
import { tellTaken } from './sign-intake';
import type { LiveAssessment } from './use-live-assessment';

const voice = { audience: 'clinician', language: 'en' } as const;

interface PrintUnsignedProps {
  readonly live: LiveAssessment;
  readonly intake: PageIntake;
}

/**
 * Prints the intake as it stands, marked as unsigned on each of its parts: somebody who is sent on in an
 * emergency does not wait for a signature. What is on paper is made when it is asked for, and gone after.
 */
export function PrintUnsigned({ live, intake }: PrintUnsignedProps) {
  const t = useTranslations('intake.unsigned');
  const [summary, setSummary] = useState<Summary | null>(null);

  useEffect(() => {
    const clear = () => setSummary(null);
    window.addEventListener('afterprint', clear);
    return () => window.removeEventListener('afterprint', clear);
  }, []);

  async function print() {
    const { base, input, assessment } = live;
    const { unsure } = intake;
    const made = await summarize(base, input, assessment, voice, { unsure });
    flushSync(() => setSummary(made));
    void tellTaken(intake.id, 'printed');
    window.print();
  }

  return (
    <>
      <button type="button" className="button-text" onClick={() => void print()}>
        {t('print')}
      </button>
      {summary &&
        createPortal(
          <div className="hidden print:block" data-paper="unsigned">
            <ProviderSummary summary={summary} person={intake.person} mark={t('mark')} />
          </div>,
          document.body,
        )}
    </>
  );
}
