import { useLocale, useTranslations } from 'next-intl';
import { knowledgeBase } from '@/lib/knowledge/read-rules';
import type { Question } from '@/lib/triage/knowledge-base';
import { say } from '@/lib/triage/voice';
import { CitationList } from '../citation-list';
import { FieldValues } from '../field-values';
import { WhenInWords } from '../when-in-words';

/** One question in both wordings, why it is asked, when, and what can be answered. */
export function QuestionEntry({ question }: { question: Question }) {
  const t = useTranslations('knowledge.questions');
  const base = knowledgeBase();
  const language = useLocale();
  const clinician = { audience: 'clinician', language } as const;
  const patient = { audience: 'patient', language } as const;
  return (
    <article id={question.id} className="border-t border-line py-4">
      <h3 className="text-lead">{say(question.patient, patient)}</h3>
      <p className="text-small text-quiet">
        {t('toClinicians', { text: say(question.clinician, clinician) })}
      </p>
      <div className="mt-2 grid gap-x-10 gap-y-3 md:grid-cols-2">
        <div className="measure grid content-start gap-2">
          <p>{say(question.why, patient)}</p>
          {question.askWhen && (
            <div className="text-small">
              <p className="font-semibold">{t('askWhen')}</p>
              <WhenInWords base={base} when={question.askWhen} voice={clinician} />
            </div>
          )}
          <CitationList citations={question.sources ?? []} sources={base.sources} />
        </div>
        <FieldValues field={question} voice={patient} />
      </div>
    </article>
  );
}
