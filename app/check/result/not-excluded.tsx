import { useTranslations } from 'next-intl';
import { UrgencyMark } from '@/app/components/urgency-mark';
import type { OpenFlag } from '@/lib/triage/assessment';
import { dispositionOf } from '@/lib/triage/disposition';
import { sayTo } from '@/lib/triage/voice';
import { LazyDetails } from './lazy-details';
import { QuestionLinks } from './question-links';
import { ResultSection } from './result-section';
import type { Assessed } from './use-assessment';

const shownMax = { patient: 2, clinician: 4 };

/**
 * The warning signs that the answers leave open, and the questions that would settle them. Where a
 * patient has been asked all of these in vain, or none can be asked, only an examination helps: such
 * signs come last, folded.
 */
export function NotExcluded({ base, assessment, selfCheck }: Assessed) {
  const t = useTranslations('result.notExcluded');
  const { notExcluded, audience, language } = assessment;
  const { answers, unsure } = selfCheck;
  const isAsked = (id: string) => base.questions.some((question) => question.id === id);
  const isLeft = (id: string) => isAsked(id) && !(id in answers) && !unsure.includes(id);
  const canBeAsked = notExcluded.filter(({ ask }) => audience === 'clinician' || ask.some(isLeft));
  const shown = canBeAsked.slice(0, shownMax[audience]);
  const others = notExcluded.filter((flag) => !canBeAsked.includes(flag));
  const folded = [...canBeAsked.slice(shown.length), ...others];
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
        <p>{t(assessment.redFlags.length === 0 ? 'nothing' : 'nothingElse')}</p>
      ) : (
        <>
          <p className="measure mb-4">{t(shown.length > 0 ? 'lead' : 'examinationOnly')}</p>
          {shown.length > 0 && <ul className="border-b border-line">{shown.map(row)}</ul>}
          {folded.length > 0 && (
            <LazyDetails summary={t('showAll', { count: folded.length })}>
              {() => <ul className="border-b border-line">{folded.map(row)}</ul>}
            </LazyDetails>
          )}
        </>
      )}
    </ResultSection>
  );
}
