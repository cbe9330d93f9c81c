import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { knowledgeBase } from '@/lib/knowledge/read-rules';
import { say, sayTo } from '@/lib/triage/voice';
import { Basis } from '../basis';
import { CitationList } from '../citation-list';
import { Section } from '../section';
import { ConditionsByStatus } from './conditions-by-status';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('knowledge');
  return { title: t('rehabilitation.title') };
}

/** The eight options: what each is, how it is done, in which dose, with which caution. */
export default async function RehabilitationPage() {
  const t = await getTranslations('knowledge.rehabilitation');
  const language = await getLocale();
  const { rehabilitation, sources } = knowledgeBase();
  const patient = { audience: 'patient', language } as const;
  const clinician = { audience: 'clinician', language } as const;
  return (
    <>
      <h1 className="text-display">{t('heading')}</h1>
      <div className="mt-8 mb-10 border-l-4 border-urgency-emergency-now pl-5">
        <h2 className="mb-2 text-lead">{t('contraindications')}</h2>
        <ul className="measure grid gap-3">
          {rehabilitation.contraindications.map(({ id, text, sources: citations }) => (
            <li key={id}>
              {sayTo(text, patient)}
              <CitationList citations={citations} sources={sources} />
            </li>
          ))}
        </ul>
      </div>
      {rehabilitation.options.map((option) => (
        <Section key={option.id} id={option.id} title={say(option.name, patient)}>
          <div className="grid gap-x-12 gap-y-4 lg:grid-cols-[1fr_22rem]">
            <div className="measure grid content-start gap-3">
              <p>{sayTo(option.what, patient)}</p>
              <p>{sayTo(option.how, patient)}</p>
              {option.dose && (
                <p className="font-semibold">{t('dose', { dose: say(option.dose, patient) })}</p>
              )}
              {option.caution && <p>{t('caution', { caution: say(option.caution, patient) })}</p>}
              <div className="text-small">
                <h3 className="font-semibold">{t('forClinicians')}</h3>
                <p>
                  {sayTo(option.what, clinician)} {sayTo(option.how, clinician)}
                </p>
              </div>
              <div>
                <Basis basis={option.basis} />
                <CitationList citations={option.sources} sources={sources} />
              </div>
            </div>
            <ConditionsByStatus option={option.id} />
          </div>
        </Section>
      ))}
    </>
  );
}
