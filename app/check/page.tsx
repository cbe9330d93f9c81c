import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { knowledgeBase } from '@/lib/knowledge/read-rules';
import { SelfCheckFlow } from './self-check-flow';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('check');
  return { title: t('pageTitle') };
}

interface CheckPageProps {
  searchParams: Promise<{ for?: string | string[] }>;
}

/** The self-check. Everything that is answered stays on the device. */
export default async function CheckPage({ searchParams }: CheckPageProps) {
  const { for: reader } = await searchParams;
  return (
    <SelfCheckFlow
      hash={knowledgeBase().hash}
      audience={reader === 'clinician' ? 'clinician' : 'patient'}
    />
  );
}
