import { useTranslations } from 'next-intl';
import type { Answer } from '@/lib/triage/answers';
import type { KnowledgeBase } from '@/lib/triage/knowledge-base';
import { NumberInput } from './number-input';
import { OptionRow } from './option-row';

interface AskNowProps {
  readonly base: KnowledgeBase;
  readonly questionId: string;
  /** Whether it is unknown; else it can be corrected. */
  readonly isOpen: boolean;
  readonly value: Answer | undefined;
  readonly onAnswer: (value: Answer | null) => void;
  /** Gives way to what the patient had said. */
  readonly onTakeBack: (() => void) | undefined;
}

/** The way to ask the patient something here and now, or to correct what was said. */
export function AskNow({ base, questionId, isOpen, value, onAnswer, onTakeBack }: AskNowProps) {
  const t = useTranslations('intake.answers');
  const question = base.questions.find(({ id }) => id === questionId);
  if (!question) return null;
  return (
    <details className="print:hidden">
      <summary className="inline-flex min-h-6 items-center text-small text-accent underline">
        {t(isOpen ? 'askNow' : 'correct')}
      </summary>
      {question.options ? (
        <OptionRow
          field={{ ...question, options: question.options }}
          name={`ask-${questionId}`}
          value={value}
          onChange={onAnswer}
        />
      ) : (
        <NumberInput
          label={question.clinician.en}
          field={question}
          value={typeof value === 'number' ? value : null}
          onChange={onAnswer}
        />
      )}
      {onTakeBack && (
        <button type="button" className="min-h-6 text-accent underline" onClick={onTakeBack}>
          {t('takeBack')}
        </button>
      )}
    </details>
  );
}
