import { useTranslations } from 'next-intl';
import { emergencyQuestionIds, type KnowledgeBase } from '@/lib/triage/knowledge-base';
import type { SelfCheck } from '../use-self-check';
import { QuestionLinks } from './question-links';

interface OpenEmergencyQuestionsProps {
  readonly base: KnowledgeBase;
  readonly selfCheck: SelfCheck;
}

/** The questions about an emergency that nobody has answered: the result waits for them. */
export function OpenEmergencyQuestions({ base, selfCheck }: OpenEmergencyQuestionsProps) {
  const t = useTranslations('result.openEmergency');
  const open = emergencyQuestionIds(base).filter((id) => selfCheck.answers[id] === undefined);
  if (open.length === 0) return null;
  return (
    <section aria-labelledby="answer-first" className="mt-8 border-l-4 border-ink pl-5">
      <h2 id="answer-first" className="mb-2 text-lead">
        {t('title', { count: open.length })}
      </h2>
      <p className="measure mb-2">{t('why', { count: open.length })}</p>
      <QuestionLinks base={base} questions={open} audience={selfCheck.audience} />
    </section>
  );
}
