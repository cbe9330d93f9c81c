import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { nextPath } from '../next-path';
import { CodeForm } from './code-form';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('signIn.code');
  return { title: t('title') };
}

interface CodePageProps {
  searchParams: Promise<{ next?: string }>;
}

/** The second step of signing in. */
export default async function CodePage({ searchParams }: CodePageProps) {
  const t = await getTranslations('signIn.code');
  return (
    <div className="page">
      <h1 className="text-display">{t('title')}</h1>
      <p className="measure mt-3">{t('text')}</p>
      <CodeForm next={nextPath((await searchParams).next)} />
    </div>
  );
}
