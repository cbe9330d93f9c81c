import { useTranslations } from 'next-intl';
import { memo } from 'react';
import { LegMap } from '@/app/components/leg-map';
import { describeLeg } from '@/lib/summary/describe-leg';
import { listAnswers, readAnswers } from '@/lib/summary/state-answers';
import type { Statement } from '@/lib/summary/summary';
import type { Answer } from '@/lib/triage/answers';
import type { KnowledgeBase } from '@/lib/triage/knowledge-base';
import { questionsToAsk } from '@/lib/triage/self-check';
import { AskNow } from './ask-now';
import type { Fields, IntakeEditor } from './intake-editor';
import type { PageIntake } from './page-intake';
import { recordedAnswers } from './recorded-answers';

interface AnswersColumnProps {
  readonly base: KnowledgeBase;
  readonly intake: PageIntake;
  readonly editor: IntakeEditor;
  readonly fields: Fields;
}

const voice = { audience: 'clinician', language: 'en' } as const;

/** What the patient answered, by block; what is unknown says so, and can be asked now. */
export function AnswersColumn({ base, intake, editor, fields }: AnswersColumnProps) {
  const text = JSON.stringify(recordedAnswers(base, fields));
  // A finding that is tapped changes nothing here.
  return <RecordedAnswers base={base} intake={intake} editor={editor} text={text} />;
}

interface RecordedAnswersProps extends Omit<AnswersColumnProps, 'fields'> {
  /** What a member answered here, as JSON: the same until that changes. */
  readonly text: string;
}

const RecordedAnswers = memo(function RecordedAnswers({
  base,
  intake,
  editor,
  text,
}: RecordedAnswersProps) {
  const t = useTranslations('intake.answers');
  const recorded: Record<string, Answer> = JSON.parse(text);
  const answers = { ...intake.answers, ...recorded };
  const asked = new Set(questionsToAsk(base, answers).map(({ id }) => id));
  const reader = readAnswers(base, answers, intake.unsure, voice);
  const blocks = listAnswers(base, reader, asked, voice);
  const leg = describeLeg(base, answers, voice);
  const names = Object.fromEntries(leg.areas.map(({ value, name }) => [value, name]));
  const line = (statement: Statement) => (
    <div key={statement.id} id={`f-${statement.id}`} tabIndex={-1} className="py-1.5">
      <dt className="text-quiet">{statement.label}</dt>
      <dd className={statement.state === 'known' ? 'font-medium' : ''}>
        {statement.answer ?? t(statement.state === 'not-sure' ? 'notSure' : 'unanswered')}
        {statement.id in recorded && <span className="text-quiet"> · {t('askedHere')}</span>}
        <AskNow
          base={base}
          questionId={statement.id}
          isOpen={statement.state !== 'known'}
          value={recorded[statement.id] ?? intake.answers[statement.id]}
          onAnswer={(value) => editor.change(`findings.${statement.id}`, value)}
          onTakeBack={
            statement.id in recorded
              ? () => editor.change(`findings.${statement.id}`, null)
              : undefined
          }
        />
      </dd>
    </div>
  );
  return (
    <>
      <h2 id="answers-title" className="mt-4 text-lead">
        {t(`title.${intake.audience}`)}
      </h2>
      {leg.areas.length > 0 && (
        <div className="my-3 max-w-44">
          <LegMap
            marked={leg.areas.map(({ value }) => value)}
            names={names}
            side={leg.side ?? undefined}
          />
        </div>
      )}
      {blocks
        .filter(({ isExamination }) => !isExamination)
        .map(({ name, statements }) => (
          <section key={name} aria-label={name} className="mt-4 border-t border-line pt-2">
            <h3 className="font-semibold">{name}</h3>
            <dl>{statements.map(line)}</dl>
          </section>
        ))}
    </>
  );
});
