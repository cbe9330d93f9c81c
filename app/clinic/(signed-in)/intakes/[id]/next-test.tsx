import { useTranslations } from 'next-intl';
import { describeField } from '@/lib/triage/describe-answer';
import { say } from '@/lib/triage/voice';
import type { LiveAssessment } from './use-live-assessment';

const voice = { audience: 'clinician', language: 'en' } as const;
const shownMax = 3;

/** The next best tests and questions: what each could change, and how the first one is done. */
export function NextTest({ live: { base, next } }: { live: LiveAssessment }) {
  const t = useTranslations('intake.next');
  const tests = next.filter(({ question }) => base.findings.some(({ id }) => id === question));
  const questions = next.filter((one) => !tests.includes(one) && one.couldChange === 'urgency');
  const [first, ...others] = tests;
  const found = base.findings.find(({ id }) => id === first?.question);
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
            <strong>{link(found.id)}</strong> · {t(first.couldChange, { why: first.why })}
          </p>
          <p className="measure text-quiet">{say(found.procedure, voice)}</p>
        </>
      ) : (
        <p>{t('nothing')}</p>
      )}
      {others.length > 0 && (
        <ul>
          {others.slice(0, shownMax - 1).map(({ question, why, couldChange }) => (
            <li key={question}>
              {link(question)} · <span className="text-quiet">{t(couldChange, { why })}</span>
            </li>
          ))}
        </ul>
      )}
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
