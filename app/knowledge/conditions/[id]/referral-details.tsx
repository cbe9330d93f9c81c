import { useLocale, useTranslations } from 'next-intl';
import { UrgencyMark } from '@/app/components/urgency-mark';
import { knowledgeBase } from '@/lib/knowledge/read-rules';
import { dispositionOf } from '@/lib/triage/disposition';
import type { Condition } from '@/lib/triage/knowledge-base';
import { say, sayTo } from '@/lib/triage/voice';
import { CitationList } from '../../citation-list';
import { TextList } from '../../text-list';
import { WhenInWords } from '../../when-in-words';

/** To whom, by when, with which tests, and what makes it more urgent. */
export function ReferralDetails({ condition: { referral } }: { condition: Condition }) {
  const t = useTranslations('knowledge.condition');
  const language = useLocale();
  const base = knowledgeBase();
  const voice = { audience: 'clinician', language } as const;
  return (
    <>
      <p className="measure">
        <strong>{say(referral.timeFrame, voice)}.</strong> {say(referral.to, voice)}.
      </p>
      {referral.clock && (
        <div className="measure mt-2">
          <p>{t('clock', { hours: referral.clock.hours, why: say(referral.clock.why, voice) })}</p>
          <CitationList citations={referral.clock.sources ?? []} sources={base.sources} />
        </div>
      )}
      {referral.tests.length > 0 && (
        <>
          <h3 className="mt-6 mb-2 text-lead">{t('tests')}</h3>
          <TextList texts={referral.tests.map((test) => say(test, voice))} />
        </>
      )}
      {referral.practice.notTests.length > 0 && (
        <>
          <h3 className="mt-6 mb-2 text-lead">{t('notTests')}</h3>
          <TextList texts={referral.practice.notTests.map((test) => say(test, voice))} />
        </>
      )}
      <h3 className="mt-6 mb-2 text-lead">{t('therapy')}</h3>
      <p className="measure">
        {say(referral.practice.therapy, voice)} {t(`basis.${referral.practice.basis}`)}
      </p>
      <CitationList citations={referral.practice.sources} sources={base.sources} />
      {referral.modifiers.length > 0 && (
        <>
          <h3 className="mt-6 mb-2 text-lead">{t('modifiers')}</h3>
          <ul>
            {referral.modifiers.map(({ id, urgency, text, to, tests, when, sources }) => (
              <li key={id} className="border-t border-line py-3">
                <UrgencyMark
                  urgency={urgency}
                  name={sayTo(dispositionOf(base, urgency).name, voice)}
                  size="small"
                />
                <p className="measure">
                  {sayTo(text, voice)} {to && say(to, voice)}
                </p>
                {tests && <TextList texts={tests.map((test) => say(test, voice))} />}
                <div className="measure text-small">
                  <WhenInWords base={base} when={when} voice={voice} />
                </div>
                <CitationList citations={sources} sources={base.sources} />
              </li>
            ))}
          </ul>
        </>
      )}
      {referral.milder && (
        <>
          <h3 className="mt-6 mb-2 text-lead">{t('milder')}</h3>
          <UrgencyMark
            urgency={referral.milder.urgency}
            name={sayTo(dispositionOf(base, referral.milder.urgency).name, voice)}
            size="small"
          />
          <p className="measure">{say(referral.milder.to, voice)}</p>
          <div className="measure text-small">
            <WhenInWords base={base} when={referral.milder.when} voice={voice} />
          </div>
          <CitationList citations={referral.milder.sources} sources={base.sources} />
        </>
      )}
    </>
  );
}
