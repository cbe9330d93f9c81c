'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useKnowledgeBase } from '@/app/check/use-knowledge-base';
import type { KnowledgeBase } from '@/lib/triage/knowledge-base';
import { AnswersColumn } from './answers-column';
import { AssessmentColumn } from './assessment-column';
import { ClashList } from './clash-list';
import { CorrectSigned } from './correct-signed';
import { DecisionForm } from './decision-form';
import { ExaminationColumn } from './examination-column';
import type { PageIntake } from './page-intake';
import { SaveStatus } from './save-status';
import { type Tab, tabs, useFieldLinks } from './use-field-links';
import { useIntakeEditor } from './use-intake-editor';
import { useLiveAssessment } from './use-live-assessment';
import { VersionList } from './version-list';

interface WorkbenchProps {
  readonly intake: PageIntake;
  readonly hash: string;
  readonly memberId: string;
  /** The name of who would sign. */
  readonly signer: string;
}

/** An open intake: answers, examination and the assessment side by side; on a phone one at a time. */
export function IntakeWorkbench({ hash, ...props }: WorkbenchProps) {
  const t = useTranslations('intake');
  const fetched = useKnowledgeBase(hash);
  if (fetched.state === 'ready') return <Columns base={fetched.knowledgeBase} {...props} />;
  return (
    <div className="page-wide pt-2" aria-live="polite">
      {fetched.state === 'loading' ? (
        <p>{t('loading')}</p>
      ) : (
        <>
          <p>{t('notLoaded')}</p>
          <button type="button" className="button-quiet mt-3" onClick={fetched.retry}>
            {t('retry')}
          </button>
        </>
      )}
    </div>
  );
}

interface ColumnsProps extends Omit<WorkbenchProps, 'hash'> {
  readonly base: KnowledgeBase;
}

function Columns({ base, intake, memberId, signer }: ColumnsProps) {
  const t = useTranslations('intake');
  const { editor, state, theirs } = useIntakeEditor(intake, memberId);
  const live = useLiveAssessment(base, intake, state.fields);
  const [tab, setTab] = useState<Tab>('examination');
  const column = (one: Tab) =>
    `lg:sticky lg:top-12 lg:max-h-[calc(100dvh-3rem)] lg:self-start lg:overflow-y-auto lg:px-1 lg:pb-6 ${tab === one ? '' : 'max-lg:hidden'}`;
  function goToDecision() {
    setTab('assessment');
    // On a phone its column appears with the next frame.
    requestAnimationFrame(() => document.getElementById('decision-title')?.focus());
  }

  useFieldLinks((column) => setTab(column));

  return (
    <>
      <p className="hidden print:block">{t('notForPaper')}</p>
      <div className="page-broad pt-0 print:hidden">
        <div className="sticky top-0 z-10 -mx-5 flex flex-wrap items-center gap-x-6 gap-y-1 border-b border-line bg-paper px-5 py-1 text-small">
          <div role="tablist" aria-label={t('parts')} className="flex gap-4 lg:hidden">
            {tabs.map((one) => (
              <button
                key={one}
                type="button"
                role="tab"
                id={`tab-${one}`}
                aria-selected={tab === one}
                aria-controls={`column-${one}`}
                onClick={() => setTab(one)}
                className="min-h-12 border-b-3 border-transparent aria-selected:border-accent aria-selected:font-semibold"
              >
                {t(`tabs.${one}`)}
              </button>
            ))}
          </div>
          <SaveStatus intake={intake} state={state} theirs={theirs} base={base} />
          <button
            type="button"
            onClick={goToDecision}
            className="ml-auto min-h-10 font-semibold text-accent underline"
          >
            {t('decide')}
          </button>
        </div>
        {intake.amendment && (
          <p className="mt-3 font-semibold">{t('amending', { reason: intake.amendment })}</p>
        )}
        <ClashList base={base} editor={editor} state={state} />
        <div className="dense grid gap-x-8 lg:grid-cols-[minmax(15rem,1fr)_minmax(20rem,1.25fr)_minmax(20rem,1.35fr)]">
          <section
            id="column-answers"
            aria-labelledby="answers-title"
            className={column('answers')}
          >
            <AnswersColumn base={base} intake={intake} editor={editor} fields={state.fields} />
          </section>
          <section
            id="column-examination"
            aria-labelledby="examination-title"
            className={column('examination')}
          >
            <ExaminationColumn
              base={base}
              intake={intake}
              editor={editor}
              state={state}
              live={live}
            />
          </section>
          <section
            id="column-assessment"
            aria-labelledby="assessment-title"
            className={column('assessment')}
          >
            {live && (
              <>
                <AssessmentColumn live={live} intake={intake} />
                <DecisionForm
                  live={live}
                  intake={intake}
                  editor={editor}
                  state={state}
                  signer={signer}
                />
                {intake.versions.length > 0 && (
                  <VersionList intakeId={intake.id} versions={intake.versions} />
                )}
                <p className="mt-3">
                  <Link href={`/clinic/intakes/${intake.id}/unsigned`} className="button-text">
                    {t('unsigned.open')}
                  </Link>
                </p>
                <CorrectSigned intakeId={intake.id} revision={state.revision} isSigned={false} />
              </>
            )}
          </section>
        </div>
      </div>
    </>
  );
}
