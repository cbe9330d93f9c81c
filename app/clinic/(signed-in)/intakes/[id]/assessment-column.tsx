import { useTranslations } from 'next-intl';
import { memo } from 'react';
import { WhatItMayBe } from '@/app/check/result/what-it-may-be';
import { WhatWouldChange } from '@/app/check/result/what-would-change';
import { WhyThisUrgency } from '@/app/check/result/why-this-urgency';
import { CopyNote } from '@/app/components/documents/copy-note';
import { UrgencyMark } from '@/app/components/urgency-mark';
import { leadingCondition } from '@/lib/clinic/leading-condition';
import { readAnswers } from '@/lib/summary/state-answers';
import { summarize } from '@/lib/summary/summarize';
import { summarizeInstruments } from '@/lib/summary/summarize-instruments';
import { dispositionOf } from '@/lib/triage/disposition';
import { sayTo } from '@/lib/triage/voice';
import { Clock } from '../../worklist/clock';
import { FlagsNow } from './flags-now';
import type { PageIntake } from './page-intake';
import { tellTaken } from './sign-intake';
import type { LiveAssessment } from './use-live-assessment';

interface AssessmentColumnProps {
  readonly live: LiveAssessment;
  readonly intake: PageIntake;
}

const voice = { audience: 'clinician', language: 'en' } as const;

/**
 * What it means as it stands: the urgency first, then why, what is open, and what it may be. It is made
 * anew when that changes, not at every key of a comment.
 */
export const AssessmentColumn = memo(function AssessmentColumn({
  live,
  intake,
}: AssessmentColumnProps) {
  const t = useTranslations('intake.assessment');
  const { base, input } = live;
  // Whoever answered, a clinician reads it here.
  const assessment = { ...live.assessment, audience: voice.audience };
  const { urgency, referral, scope } = assessment;
  const level = sayTo(dispositionOf(base, urgency).name, voice);
  const first = leadingCondition(assessment)?.name ?? '';
  const reader = readAnswers(base, input.answers, intake.unsure, voice);
  const scores = summarizeInstruments(base, assessment, reader, voice);
  return (
    <>
      <h2 id="assessment-title" className="mt-4 text-lead">
        {t('title')}
      </h2>
      <p aria-live="polite" className="sr-only">
        {t('now', { level, first })}
      </p>
      <div key={urgency} className="changed mt-2">
        <UrgencyMark urgency={urgency} name={level} />
      </div>
      {referral.clock && (
        <p className="mt-1 text-body font-semibold">
          <Clock at={referral.clock.deadline} now={intake.receivedAt} says="deadline" />
          <span className="block text-small font-normal text-quiet">{referral.clock.why}</span>
        </p>
      )}
      {scope === 'out' && <p className="mt-2 font-semibold">{t('outOfScope')}</p>}
      <p className="measure mt-1">
        {t('to', { to: referral.to })}
        {referral.tests.length > 0 && ` ${t('tests', { tests: referral.tests.join('; ') })}`}
      </p>
      <div className="mt-2">
        <CopyNote
          summary={() => summarize(base, input, assessment, voice, { unsure: intake.unsure })}
          onCopy={() => void tellTaken(intake.id, 'note')}
        />
      </div>
      <FlagsNow live={live} />
      <div key={first} className="changed">
        <WhatItMayBe base={base} assessment={assessment} />
      </div>
      {scores.length > 0 && (
        <section aria-labelledby="scores" className="mt-4 border-t border-line pt-2">
          <h2 id="scores">{t('scores')}</h2>
          <ul>
            {scores.map(({ id, name, min, max, band, unknownItems }) => (
              <li key={id}>
                <span className="font-medium">{name}</span>{' '}
                <span className="tabular-nums">{min === max ? min : t('range', { min, max })}</span>
                {band && ` · ${band}`}
                {unknownItems.length > 0 && (
                  <span className="text-quiet">
                    {' '}
                    {t('unknownItems', { items: unknownItems.join('; ') })}
                  </span>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      <WhyThisUrgency base={base} assessment={assessment} />
      <WhatWouldChange base={base} input={input} assessment={assessment} reader={voice.audience} />
    </>
  );
});
