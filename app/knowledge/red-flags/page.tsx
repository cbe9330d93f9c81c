import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { UrgencyMark } from '@/app/components/urgency-mark';
import { knowledgeBase } from '@/lib/knowledge/read-rules';
import { sayTo } from '@/lib/triage/voice';
import { Section } from '../section';
import { RedFlagEntry } from './red-flag-entry';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('knowledge');
  return { title: t('redFlags.title') };
}

/** Every red flag by urgency: what it reads, what to do, which condition it points to. */
export default async function RedFlagsPage() {
  const t = await getTranslations('knowledge');
  const language = await getLocale();
  const { dispositions, redFlags } = knowledgeBase();
  return (
    <>
      <h1 className="text-display">{t('redFlags.heading', { count: redFlags.length })}</h1>
      <p className="measure mt-4 mb-10">{t('redFlags.lead')}</p>
      {dispositions.map(({ id: urgency, name }) => {
        const flags = redFlags.filter((flag) => flag.urgency === urgency);
        if (flags.length === 0) return null;
        const words = sayTo(name, { audience: 'clinician', language });
        return (
          <Section
            key={urgency}
            id={urgency}
            title={<UrgencyMark urgency={urgency} name={words} />}
          >
            {flags.map((flag) => (
              <RedFlagEntry key={flag.id} flag={flag} />
            ))}
          </Section>
        );
      })}
    </>
  );
}
