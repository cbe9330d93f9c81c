import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { knowledgeBase } from '@/lib/knowledge/read-rules';
import { ResultView } from './result-view';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('result');
  return { title: t('title') };
}

/** What the answers on this device mean; they never leave it for this. */
export default function ResultPage() {
  return <ResultView hash={knowledgeBase().hash} />;
}
