import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { serverNow } from '@/app/clinic/server-now';
import { isSetupLinkOpen } from '@/lib/clinic/set-up-clinic';
import { connectDatabase } from '@/lib/intake/database';
import { waitAfterFailedLookup } from '@/lib/intake/failed-lookups';
import { SetUpForm } from './set-up-form';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('setUp');
  return { title: t('title'), robots: { index: false }, referrer: 'no-referrer' };
}

/** Where a one-time link leads: the clinic and its first administrator. */
export default async function SetUpPage({ params }: { params: Promise<{ secret: string }> }) {
  const { secret } = await params;
  const t = await getTranslations('setUp');
  const isOpen = await isSetupLinkOpen(await connectDatabase(), secret, serverNow());
  if (!isOpen) await waitAfterFailedLookup();
  return (
    <div className="page">
      <h1 className="text-display">{t('title')}</h1>
      <p className="measure mt-3">{t(isOpen ? 'text' : 'used')}</p>
      {isOpen && <SetUpForm secret={secret} />}
    </div>
  );
}
