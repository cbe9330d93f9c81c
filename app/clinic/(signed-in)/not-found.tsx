import Link from 'next/link';
import { useTranslations } from 'next-intl';

/** One and the same page for what is not there and for what is another clinic's. */
export default function NothingHere() {
  const t = useTranslations('account.notFound');
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
