import { useTranslations } from 'next-intl';
import type { Finding, KnowledgeBase } from '@/lib/triage/knowledge-base';
import { say } from '@/lib/triage/voice';
import { FindingField } from './finding-field';
import type { EditorState, IntakeEditor } from './intake-editor';
import { NextTest } from './next-test';
import type { PageIntake } from './page-intake';
import { recordedAnswers } from './recorded-answers';
import type { LiveAssessment } from './use-live-assessment';

interface ExaminationColumnProps {
  readonly base: KnowledgeBase;
  readonly intake: PageIntake;
  readonly editor: IntakeEditor;
  readonly state: EditorState;
  readonly live: LiveAssessment | null;
}

/** The findings by block: first those of every leg, and those that the leading conditions ask for. */
export function ExaminationColumn({ base, intake, editor, state, live }: ExaminationColumnProps) {
  const t = useTranslations('intake.examination');
  const wanted = new Set(live?.next.map(({ question }) => question));
  const isFirst = ({ id, core }: Finding) =>
    core || wanted.has(id) || (state.fields[`findings.${id}`] ?? null) !== null;
  const answers = { ...intake.answers, ...recordedAnswers(base, state.fields) };
  const field = (finding: Finding) => (
    <FindingField
      key={finding.id}
      finding={finding}
      editor={editor}
      state={state}
      soreSide={answers.side}
    />
  );
  const blocks = (which: (finding: Finding) => boolean) =>
    base.examination.flatMap(({ id, name, fields }) => {
      const findings = fields.flatMap((one) =>
        base.findings.filter((finding) => finding.id === one && which(finding)),
      );
      if (findings.length === 0) return [];
      return (
        <section
          key={id}
          aria-label={say(name, { language: 'en' })}
          className="mt-4 border-t border-line pt-2"
        >
          <h3 className="font-semibold">{say(name, { language: 'en' })}</h3>
          {findings.map(field)}
        </section>
      );
    });
  const others = blocks((finding) => !isFirst(finding));
  return (
    <>
      <h2 id="examination-title" className="mt-4 text-lead">
        {t('title')}
      </h2>
      {live && <NextTest live={live} />}
      {blocks(isFirst)}
      {others.length > 0 && (
        <details className="mt-4">
          <summary className="button-text">{t('more')}</summary>
          {others}
        </details>
      )}
    </>
  );
}
