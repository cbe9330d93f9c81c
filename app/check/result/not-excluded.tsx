import { useTranslations } from 'next-intl';
import { UrgencyMark } from '@/app/components/urgency-mark';
import type { OpenFlag } from '@/lib/triage/assessment';
import { dispositionOf } from '@/lib/triage/disposition';
import { sayTo } from '@/lib/triage/voice';
import { QuestionLinks } from './question-links';
import { ResultSection } from './result-section';
import type { Assessed } from './use-assessment';

const shownMax = 4;

/** The warning signs that the answers leave open, and the questions that would settle them. */
export function NotExcluded({ base, assessment, selfCheck }: Assessed) {
  const t = useTranslations('result.notExcluded');
  const { notExcluded, audience, language } = assessment;
  const isAsked = (id: string) => base.questions.some((question) => question.id === id);
  const row = ({ id, text, urgency, ask }: OpenFlag) => (
    <li key={id} className="border-t border-line py-3">
      <p className="font-semibold">{text}</p>
      <p>
        <UrgencyMark
          urgency={urgency}
          name={t('ifSo', {
            level: sayTo(dispositionOf(base, urgency).name, { audience, language }),
          })}
          size="small"
        />
      </p>
      {ask.some(isAsked) && (
        <QuestionLinks base={base} questions={ask} audience={selfCheck.audience} />
      )}
      {!ask.every(isAsked) && <p className="text-small text-quiet">{t('examination')}</p>}
    </li>
  );
  return (
    <ResultSection id="not-excluded" title={t('title')}>
      {notExcluded.length === 0 ? (
        <p>{t('nothing')}</p>
      ) : (
        <>
          <p className="measure mb-4">{t('lead')}</p>
          <ul className="border-b border-line">{notExcluded.slice(0, shownMax).map(row)}</ul>
          {notExcluded.length > shownMax && (
            <details className="mt-2">
              <summary className="button-text">
                {t('showAll', { count: notExcluded.length - shownMax })}
              </summary>
              <ul className="border-b border-line">{notExcluded.slice(shownMax).map(row)}</ul>
            </details>
          )}
        </>
      )}
    </ResultSection>
  );
}
