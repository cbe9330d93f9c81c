import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { knowledgeBase } from '@/lib/knowledge/read-rules';
import { say } from '@/lib/triage/voice';
import { Section } from '../section';
import { FindingEntry } from './finding-entry';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('knowledge');
  return { title: t('examination.title') };
}

/** The clinician's findings, in the order of the examination. */
export default async function ExaminationPage() {
  const t = await getTranslations('knowledge.examination');
  const language = await getLocale();
  const { examination, findings } = knowledgeBase();
  return (
    <>
      <h1 className="text-display">{t('heading')}</h1>
      <p className="measure mt-4 mb-10">{t('lead')}</p>
      {examination.map((block) => (
        <Section key={block.id} id={`block-${block.id}`} title={say(block.name, { language })}>
          {findings
            .filter(({ id }) => block.fields.includes(id))
            .map((finding) => (
              <FindingEntry key={finding.id} finding={finding} />
            ))}
        </Section>
      ))}
    </>
  );
}
