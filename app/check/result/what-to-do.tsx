import { useTranslations } from 'next-intl';
import { dispositionOf } from '@/lib/triage/disposition';
import { sayTo } from '@/lib/triage/voice';
import { OpenEmergencyQuestions } from './open-emergency-questions';
import type { Assessed } from './use-assessment';

/** What to do now, and what not to do. */
export function WhatToDo({ base, selfCheck, assessment }: Assessed) {
  const t = useTranslations('result.whatToDo');
  const { advice, avoid, audience, language, urgency, referral } = assessment;
  const instruction = sayTo(dispositionOf(base, urgency).instruction, { audience, language });
  return (
    <>
      <OpenEmergencyQuestions base={base} selfCheck={selfCheck} />
      <TextSection
        id="what-to-do"
        title={t('now')}
        texts={advice.filter((text) => text !== instruction)}
      >
        {urgency !== 'emergency-now' && (
          <p className="measure mb-3">
            {t('whom')} <strong>{referral.to}</strong>
          </p>
        )}
      </TextSection>
      <TextSection id="what-not-to-do" title={t('avoid')} texts={avoid} />
    </>
  );
}

/** What would make it more urgent than it is. */
export function GetHelpSooner({ assessment }: Pick<Assessed, 'assessment'>) {
  const t = useTranslations('result.whatToDo');
  return <TextSection id="get-help-sooner" title={t('sooner')} texts={assessment.safetyNet} />;
}

interface TextSectionProps {
  readonly id: string;
  readonly title: string;
  readonly texts: readonly string[];
  readonly children?: React.ReactNode;
}

function TextSection({ id, title, texts, children }: TextSectionProps) {
  if (texts.length === 0 && !children) return null;
  return (
    <section aria-labelledby={id} className="mt-10">
      <h2 id={id} className="mb-3 text-title">
        {title}
      </h2>
      {children}
      <ul className="measure grid list-disc gap-2 pl-5 marker:text-quiet">
        {texts.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </section>
  );
}
