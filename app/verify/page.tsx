import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { knowledgeBase } from '@/lib/knowledge/read-rules';
import { VerifyView } from './verify-view';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('verify');
  return { title: t('title'), robots: { index: false, follow: false, noarchive: true } };
}

/** Replays the answers of a paper on the reader's device, so that the paper can be compared. */
export default function VerifyPage() {
  return <VerifyView hash={knowledgeBase().hash} />;
}
