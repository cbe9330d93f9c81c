import type { Metadata } from 'next';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account.notPermitted');
  return { title: t('title') };
}

/** Where somebody lands whose role may not see a page. */
export default async function NotPermittedPage() {
  const t = await getTranslations('account.notPermitted');
  return (
    <div className="page">
      <h1 className="text-title">{t('title')}</h1>
      <p className="measure mt-3">{t('text')}</p>
      <Link href="/clinic/worklist" className="button-quiet mt-4">
        {t('back')}
      </Link>
    </div>
  );
}
