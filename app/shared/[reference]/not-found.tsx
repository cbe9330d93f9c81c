import type { Metadata } from 'next';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { ReferenceForm } from '../reference-form';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('shared.notFound');
  return { title: t('title') };
}

/** One and the same page for a reference that is unknown, mistyped, expired or withdrawn. */
export default function NothingShared() {
  const t = useTranslations('shared.notFound');
  return (
    <div className="page">
      <h1 className="text-title">{t('title')}</h1>
      <p className="measure mt-4">{t('text')}</p>
      <ReferenceForm />
    </div>
  );
}
