'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { makeUuid } from '@/app/components/make-uuid';
import {
  type Conclusion,
  conclusionSchema,
  findMissing,
  otherCondition,
  overrideOf,
} from '@/lib/clinic/conclusion';
import { leadingCondition } from '@/lib/clinic/leading-condition';
import { reasonCodes } from '@/lib/summary/summary';
import { isWorthShowing } from '@/lib/summary/worth-showing';
import { sayTo } from '@/lib/triage/voice';
import { DecisionField } from './decision-field';
import type { EditorState, Fields, IntakeEditor } from './intake-editor';
import type { PageIntake } from './page-intake';
import { type Signed, signIntake } from './sign-intake';
import { TextField } from './text-field';
import type { LiveAssessment } from './use-live-assessment';

interface DecisionFormProps {
  readonly live: LiveAssessment;
  readonly intake: PageIntake;
  readonly editor: IntakeEditor;
  readonly state: EditorState;
  readonly signer: string;
}

const voice = { audience: 'clinician', language: 'en' } as const;

/** The clinician's own conclusion, agreed with one tap or overridden with a reason; and the signature. */
export function DecisionForm({ live, intake, editor, state, signer }: DecisionFormProps) {
  const t = useTranslations('intake.decision');
  const router = useRouter();
  const { base, assessment } = live;
  const [isSigning, setSigning] = useState(false);
  const [outcome, setOutcome] = useState<Exclude<Signed, 'signed'> | 'missing' | null>(null);
  const [versionId] = useState(makeUuid);
  const conclusion = readConclusion(state.fields);
  const missing = findMissing(conclusion, assessment).map(({ field }) => field);
  const override = overrideOf(conclusion, assessment);
  const isOverride = override !== null && (override.condition || override.urgency !== 'same');
  const first = leadingCondition(assessment);
  const level = base.dispositions.find(({ id }) => id === assessment.urgency);
  const set = (field: keyof Conclusion) => (value: string | null) =>
    editor.change(`conclusion.${field}`, value);
  const faultOf = (field: keyof Conclusion) =>
    outcome === 'missing' && missing.includes(`conclusion.${field}`)
      ? t(`missing.${field}`)
      : (state.faults.find((fault) => fault.field === `conclusion.${field}`)?.message ?? null);
  const ranked = assessment.ranking.filter(isWorthShowing).map(({ condition }) => condition);
  const option = ({ id, name }: (typeof base.conditions)[number]) => (
    <option key={id} value={id}>
      {sayTo(name, voice)}
    </option>
  );

  async function sign() {
    if (isSigning) return;
    if (missing.length > 0) {
      setOutcome('missing');
      document.getElementById(missing[0] ?? '')?.focus();
      return;
    }
    setSigning(true);
    await editor.flush();
    const settled = editor.state();
    const signed: Signed =
      settled.status === 'stored' && settled.clashes.length === 0
        ? await signIntake(intake.id, {
            ...{ versionId, revision: settled.revision },
            knowledgeBase: base.hash,
          })
        : settled.clashes.length > 0
          ? 'changed'
          : 'not-reached';
    setSigning(false);
    if (signed !== 'signed') return setOutcome(signed);
    router.refresh();
  }

  return (
    <section aria-labelledby="decision-title" className="mt-6 border-t-2 border-ink pt-3 pb-10">
      <h2 id="decision-title" tabIndex={-1} className="scroll-mt-14 text-lead">
        {t('title')}
      </h2>
      {first && level && (
        <button
          type="button"
          className="button-quiet my-2"
          onClick={() => {
            set('condition')(first.condition);
            set('urgency')(assessment.urgency);
            set('overrideReason')(null);
          }}
        >
          {t('agree', { condition: first.name, level: sayTo(level.name, voice) })}
        </button>
      )}
      <div className="grid gap-3">
        <DecisionField
          id="conclusion.condition"
          label={t('condition')}
          fault={faultOf('condition')}
        >
          {(control) => (
            <select
              {...control}
              value={conclusion.condition ?? ''}
              onChange={({ target }) => set('condition')(target.value || null)}
            >
              <option value="">{t('choose')}</option>
              <optgroup label={t('ranked')}>
                {ranked.flatMap((id) => base.conditions.filter((one) => one.id === id)).map(option)}
              </optgroup>
              <optgroup label={t('others')}>
                {base.conditions.filter(({ id }) => !ranked.includes(id)).map(option)}
                <option value={otherCondition}>{t('other')}</option>
              </optgroup>
            </select>
          )}
        </DecisionField>
        {conclusion.condition === otherCondition && (
          <TextField
            id="conclusion.otherCondition"
            label={t('otherCondition')}
            value={conclusion.otherCondition}
            fault={faultOf('otherCondition')}
            onChange={set('otherCondition')}
            lengthMax={200}
          />
        )}
        <DecisionField id="conclusion.urgency" label={t('urgency')} fault={faultOf('urgency')}>
          {(control) => (
            <select
              {...control}
              value={conclusion.urgency ?? ''}
              onChange={({ target }) => set('urgency')(target.value || null)}
            >
              <option value="">{t('choose')}</option>
              {base.dispositions.map(({ id, name }) => (
                <option key={id} value={id}>
                  {sayTo(name, voice)}
                </option>
              ))}
            </select>
          )}
        </DecisionField>
        {override?.urgency === 'less-urgent' && (
          <p className="border-l-4 border-ink pl-2 font-semibold">{t('lessUrgent')}</p>
        )}
        {isOverride && (
          <DecisionField
            id="conclusion.overrideReason"
            label={t('reason')}
            fault={faultOf('overrideReason')}
          >
            {(control) => (
              <select
                {...control}
                value={conclusion.overrideReason ?? ''}
                onChange={({ target }) => set('overrideReason')(target.value || null)}
              >
                <option value="">{t('choose')}</option>
                {reasonCodes.map((code) => (
                  <option key={code} value={code}>
                    {t(`reasons.${code}`)}
                  </option>
                ))}
              </select>
            )}
          </DecisionField>
        )}
        <TextField
          id="conclusion.comment"
          label={t('comment')}
          value={conclusion.comment}
          fault={faultOf('comment')}
          onChange={set('comment')}
          lengthMax={4000}
          rows={2}
        />
        <TextField
          id="conclusion.plan"
          label={t('plan')}
          value={conclusion.plan}
          fault={faultOf('plan')}
          onChange={set('plan')}
          lengthMax={4000}
          rows={2}
        />
      </div>
      <p className="measure mt-3 text-quiet">{t('signing', { name: signer })}</p>
      <button
        type="button"
        className="button-primary mt-2"
        aria-disabled={isSigning}
        onClick={() => void sign()}
      >
        {t(intake.versions.length > 0 ? 'signAmendment' : 'sign')}
      </button>
      <p role="alert" className="measure mt-2 font-semibold">
        {outcome && t(`outcomes.${outcome}`)}
      </p>
    </section>
  );
}

/** The conclusion in the fields; what is no conclusion, such as an empty text, is missing. */
function readConclusion(fields: Fields): Conclusion {
  const written = Object.fromEntries(
    Object.keys(conclusionSchema.shape).flatMap((name) => {
      const value = fields[`conclusion.${name}`];
      return typeof value === 'string' ? [[name, value]] : [];
    }),
  );
  const parsed = conclusionSchema.safeParse(written);
  return parsed.success ? parsed.data : {};
}
