'use client';

import { useTranslations } from 'next-intl';
import { EmergencyCall } from '@/app/components/emergency-call';
import { UrgencyShape } from '@/app/components/urgency-mark';
import type { Assessment } from '@/lib/triage/assessment';
import { type KnowledgeBase, ruleId } from '@/lib/triage/knowledge-base';
import { sayTo, type Voice } from '@/lib/triage/voice';
import { emergencyReasons } from './find-next-place';
import { ScreenHeading } from './screen-heading';
import { usePageTitle } from './use-page-title';

interface EmergencyStopProps {
  readonly base: KnowledgeBase;
  readonly assessment: Assessment;
  readonly voice: Voice;
  readonly onMistake: () => void;
  readonly onShowResult: () => void;
}

/** The end of the form at an emergency: whom to call, what happened, what to do and what not. */
export function EmergencyStop(props: EmergencyStopProps) {
  const { base, assessment, voice, onMistake, onShowResult } = props;
  const t = useTranslations('check.emergency');
  const reasons = emergencyReasons(assessment).map((reason) => ({
    ...reason,
    flag: assessment.redFlags.find(({ id }) => ruleId.redFlag(id) === reason.rule),
  }));
  const actions = [...new Set(reasons.flatMap(({ flag }) => flag?.action ?? []))];
  // Said above; and a floor asks for more answers, which is not what to do now.
  const floors = assessment.urgencyReasons.filter(({ rule }) => rule.startsWith(ruleId.floor('')));
  const said = [...actions, ...floors.map(({ text }) => text)];
  const disposition = base.dispositions.find(({ id }) => id === assessment.urgency);
  const name = disposition ? sayTo(disposition.name, voice) : '';
  usePageTitle(name);
  return (
    <>
      <section aria-labelledby="emergency-title" className="on-alarm bg-alarm text-on-alarm">
        <div className="page grid gap-6 pt-8 pb-8">
          <ScreenHeading
            id="emergency-title"
            className="flex items-center gap-4 text-title font-bold sm:text-display"
          >
            <UrgencyShape urgency="emergency-now" size={44} />
            {name}
          </ScreenHeading>
          <EmergencyCall numbers={base.region.emergencyNumbers} />
          {actions.map((action) => (
            <p key={action} className="measure text-lead">
              {action}
            </p>
          ))}
        </div>
      </section>
      <div className="page grid gap-8">
        <section aria-labelledby="emergency-why" className="grid gap-2">
          <h2 id="emergency-why" className="text-lead">
            {t('why')}
          </h2>
          {reasons.map(({ rule, text, flag }) => (
            <p key={rule} className="measure">
              {/[.!?]$/.test(text) ? text : `${text}.`}{' '}
              {flag && (
                <span className="text-quiet">
                  {t('because', { answers: flag.because.map((fact) => fact.text).join('; ') })}
                </span>
              )}
            </p>
          ))}
        </section>
        <Advice
          id="emergency-do"
          title={t('do')}
          items={assessment.advice.filter((item) => !said.includes(item))}
        />
        <Advice id="emergency-avoid" title={t('avoid')} items={assessment.avoid} />
        <div className="flex flex-wrap gap-3 border-t border-line pt-6">
          <button type="button" className="button-quiet" onClick={onMistake}>
            {t('mistake')}
          </button>
          <button type="button" className="button-quiet" onClick={onShowResult}>
            {t('showResult')}
          </button>
        </div>
      </div>
    </>
  );
}

interface AdviceProps {
  readonly id: string;
  readonly title: string;
  readonly items: readonly string[];
}

function Advice({ id, title, items }: AdviceProps) {
  if (items.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="text-lead">
        {title}
      </h2>
      <ul className="measure list-disc pl-6">
        {items.map((item) => (
          <li key={item} className="pt-1">
            {item}
          </li>
        ))}
      </ul>
    </section>
  );
}
