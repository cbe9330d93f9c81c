import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { LocalTime } from '@/app/check/summary/local-time';
import { ProviderSummary } from '@/app/check/summary/provider-summary';
import { CopyNote } from '@/app/components/documents/copy-note';
import { DownloadPaper } from '@/app/components/documents/download-paper';
import { openShared } from './open-shared';
import { PrintButton } from './print-button';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('shared');
  return {
    title: t('title'),
    robots: { index: false, follow: false, noarchive: true },
    referrer: 'no-referrer',
  };
}

interface SharedPageProps {
  params: Promise<{ reference: string }>;
}

/** What a patient shared, for whom they gave the reference to. Each opening is audited. */
export default async function SharedPage({ params }: SharedPageProps) {
  const { reference } = await params;
  const opened = await openShared(reference);
  if (!opened) notFound();
  const t = await getTranslations('shared');
  return (
    <div className="page-wide print:p-0">
      <div className="mb-8 print:hidden">
        <p className="measure mb-4">
          {t.rich('opened', {
            shared: () => <LocalTime iso={opened.submittedAt.toISOString()} />,
            until: () => <LocalTime iso={opened.expiresAt.toISOString()} />,
          })}
        </p>
        <PrintButton />
        <div className="mt-4">
          <CopyNote summary={opened.summary} />
        </div>
        <div className="mt-4">
          <DownloadPaper address={`/shared/${encodeURIComponent(reference)}/document`} />
        </div>
      </div>
      <ProviderSummary summary={opened.summary} />
    </div>
  );
}
