'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { UrgencyMark } from '@/app/components/urgency-mark';
import { outcomeOf } from '@/lib/summary/outcome';
import { dispositionOf } from '@/lib/triage/disposition';
import { ruleId } from '@/lib/triage/knowledge-base';
import { sayTo } from '@/lib/triage/voice';
import { Deadline } from './deadline';
import { describeDeadline } from './describe-deadline';
import { EmergencyHeadline } from './emergency-headline';
import type { Assessed } from './use-assessment';

/** How urgent it is, in words, and until when; an emergency fills the top of the page. */
export function ResultHeadline(assessed: Assessed) {
  const t = useTranslations('result');
  const [now] = useState(() => new Date());
  const { base, assessment, selfCheck } = assessed;
  const voice = { audience: assessment.audience, language: assessment.language };
  const disposition = dispositionOf(base, assessment.urgency);
  const name = sayTo(disposition.name, voice);
  const instruction = sayTo(disposition.instruction, voice);
  const outcome = outcomeOf(assessment);
  const outside = assessment.urgencyReasons.filter(({ rule }) =>
    rule.startsWith(ruleId.outOfScope('')),
  );
  const cannotAssess = outcome !== 'assessed' && (
    <div className="measure grid gap-2">
      <p className="text-title font-semibold">{t('headline.cannotAssess')}</p>
      {outside.map(({ rule, text }) => (
        <p key={rule}>{text}</p>
      ))}
    </div>
  );
  const unfinished = selfCheck.finishedAt === null && (
    <p className="measure text-small">{t('headline.unfinished')}</p>
  );

  if (assessment.urgency === 'emergency-now') {
    return (
      <EmergencyHeadline
        name={name}
        instruction={instruction}
        assessment={assessment}
        emergencyNumbers={base.region.emergencyNumbers}
      >
        {cannotAssess}
        {unfinished}
      </EmergencyHeadline>
    );
  }
  const { clock } = assessment.referral;
  // What is to be done within days says nothing to whoever comes after them.
  const hasPassed = clock && describeDeadline(new Date(clock.deadline), now) === 'passed';
  return (
    <header className="page grid gap-4 pb-0">
      {cannotAssess}
      <h1 className="max-sm:[&_[data-urgency]]:w-full max-sm:[&_[data-urgency]>span]:flex-1 max-sm:[&_[data-urgency]>span]:basis-64">
        <UrgencyMark
          urgency={assessment.urgency}
          name={hasPassed ? t('deadline.passedName', { name }) : name}
          size={assessment.urgency === 'self-care' ? 'medium' : 'large'}
        />
      </h1>
      <Deadline assessment={assessment} now={now} />
      {(!hasPassed || assessment.urgency === 'same-day') && (
        <p className="measure text-lead">{instruction}</p>
      )}
      {unfinished}
    </header>
  );
}
