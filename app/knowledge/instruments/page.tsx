import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { knowledgeBase } from '@/lib/knowledge/read-rules';
import { say } from '@/lib/triage/voice';
import { CitationList } from '../citation-list';
import { Section } from '../section';
import { BandTable } from './band-table';
import { ItemTable } from './item-table';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('knowledge');
  return { title: t('instruments.title') };
}

/** Every instrument: what it is for, whom it fits and whom not, its items and its bands. */
export default async function InstrumentsPage() {
  const t = await getTranslations('knowledge.instruments');
  const language = await getLocale();
  const { instruments, sources } = knowledgeBase();
  const voice = { language };
  return (
    <>
      <h1 className="text-display">{t('heading')}</h1>
      <p className="measure mt-4 mb-10">{t('lead')}</p>
      {instruments.map((instrument) => (
        <Section key={instrument.id} id={instrument.id} title={say(instrument.name, voice)}>
          <p className="measure">{say(instrument.purpose, voice)}</p>
          <dl className="measure mt-3 grid gap-2">
            <div>
              <dt className="inline font-semibold">{t('appliesTo')}</dt>{' '}
              <dd className="inline">{say(instrument.appliesTo, voice)}</dd>
            </div>
            <div>
              <dt className="inline font-semibold">{t('notFor')}</dt>{' '}
              <dd className="inline">{say(instrument.notFor, voice)}</dd>
            </div>
          </dl>
          <div className="mt-4 grid gap-x-12 gap-y-6 lg:grid-cols-2">
            <ItemTable instrument={instrument} />
            <BandTable instrument={instrument} />
          </div>
          <CitationList citations={instrument.sources} sources={sources} />
        </Section>
      ))}
    </>
  );
}
