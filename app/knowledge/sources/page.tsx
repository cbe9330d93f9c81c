import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { knowledgeBase } from '@/lib/knowledge/read-rules';
import { findCiters } from './find-citers';
import { SourceEntry } from './source-entry';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('knowledge');
  return { title: t('sources.title') };
}

/** Every source: where it stands, how far it was verified, and what cites it. */
export default async function SourcesPage() {
  const t = await getTranslations('knowledge.sources');
  const base = knowledgeBase();
  const citers = findCiters(base);
  const sources = Object.entries(base.sources).sort(([, a], [, b]) =>
    a.citation.localeCompare(b.citation),
  );
  return (
    <>
      <h1 className="text-display">{t('heading', { count: sources.length })}</h1>
      <p className="measure mt-4 mb-10">{t('lead')}</p>
      {sources.map(([id, source]) => (
        <SourceEntry key={id} id={id} source={source} citers={citers.get(id) ?? []} />
      ))}
    </>
  );
}
