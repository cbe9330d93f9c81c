import { useTranslations } from 'next-intl';
import { findingsToExamine } from '@/lib/summary/key-facts';
import { readAnswers } from '@/lib/summary/state-answers';
import { isWorthShowing } from '@/lib/summary/worth-showing';
import type { NextQuestion } from '@/lib/triage/assessment';
import { describeField } from '@/lib/triage/describe-answer';
import { say } from '@/lib/triage/voice';
import type { LiveAssessment } from './use-live-assessment';

const voice = { audience: 'clinician', language: 'en' } as const;
const shownMax = 4;

interface Test {
  readonly id: string;
  readonly why: string;
  readonly could: 'settle' | NextQuestion['couldChange'];
}

/** The next best tests and questions: what each would settle, and how the first one is done. */
export function NextTest({ live }: { live: LiveAssessment }) {
  const t = useTranslations('intake.next');
  const { base, next } = live;
  const [first, ...others] = bestTests(live);
  const questions = next.filter(
    ({ question, couldChange }) =>
      couldChange === 'urgency' && base.questions.some(({ id }) => id === question),
  );
  const found = base.findings.find(({ id }) => id === first?.id);
  const link = (id: string) => {
    const field = [...base.questions, ...base.findings].find((one) => one.id === id);
    return field && <a href={`#f-${id}`}>{describeField(field, voice)}</a>;
  };
  return (
    <section aria-labelledby="next-title" className="mt-3 border-l-4 border-accent pl-3">
      <h3 id="next-title" className="font-semibold">
        {t('title')}
      </h3>
      {found && first ? (
        <>
          <p>
            <strong>{link(found.id)}</strong> · {t(first.could, { why: first.why })}
          </p>
          <p className="measure text-quiet">{say(found.procedure, voice)}</p>
        </>
      ) : (
        <p>{t('nothing')}</p>
      )}
      <ul>
        {others.slice(0, shownMax - 1).map(({ id, why, could }) => (
          <li key={id}>
            {link(id)} · <span className="text-quiet">{t(could, { why })}</span>
          </li>
        ))}
      </ul>
      {questions.length > 0 && (
        <p className="mt-1">
          {t('ask')}{' '}
          {questions.slice(0, shownMax).map(({ question }, place) => (
            <span key={question}>
              {place > 0 && '; '}
              {link(question)}
            </span>
          ))}
        </p>
      )}
    </section>
  );
}

/** First what confirms or excludes the leading conditions, as their authors say; then what settles a flag. */
function bestTests({ base, input, assessment, next }: LiveAssessment): Test[] {
  const shown = assessment.ranking.filter(isWorthShowing);
  const { isKnown } = readAnswers(base, input.answers, [], voice);
  const settling = findingsToExamine(base, shown, isKnown).map((id): Test => {
    const of = shown.find(({ condition }) => {
      const examine = base.conditions.find((one) => one.id === condition)?.examine;
      return examine?.confirm.includes(id) || examine?.exclude.includes(id);
    });
    return { id, why: of?.name ?? '', could: 'settle' };
  });
  const others = next
    .filter(({ question }) => base.findings.some(({ id }) => id === question))
    .filter(({ question }) => !settling.some(({ id }) => id === question))
    .map(({ question, why, couldChange }): Test => ({ id: question, why, could: couldChange }));
  return [...settling, ...others];
}
