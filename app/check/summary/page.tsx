import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { knowledgeBase } from '@/lib/knowledge/read-rules';
import { SummaryView } from './summary-view';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('summary');
  return { title: t('title') };
}

/** The page for a provider, made and printed on this device. */
export default function SummaryPage() {
  return <SummaryView hash={knowledgeBase().hash} />;
}
