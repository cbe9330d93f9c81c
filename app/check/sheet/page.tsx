import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { knowledgeBase } from '@/lib/knowledge/read-rules';
import { SheetView } from './sheet-view';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('sheet');
  return { title: t('title') };
}

/** The sheet to take home, made and printed on this device. */
export default function SheetPage() {
  return <SheetView hash={knowledgeBase().hash} />;
}
