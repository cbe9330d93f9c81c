import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ProviderSummary } from '@/app/check/summary/provider-summary';
import { requireScope } from '@/app/clinic/require-scope';
import { serverNow } from '@/app/clinic/server-now';
import { openSignedVersion, readPerson } from '@/lib/clinic/open-clinic-intake';
import { connectDatabase } from '@/lib/intake/database';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('intake');
  return { title: t('title'), robots: { index: false, follow: false } };
}

interface VersionPageProps {
  params: Promise<{ id: string; version: string }>;
}

/** One version as it was signed, whatever was signed since. */
export default async function VersionPage({ params }: VersionPageProps) {
  const scope = await requireScope('see-clinical');
  const t = await getTranslations('intake.versions');
  const { id, version } = await params;
  const database = await connectDatabase();
  const opened = await openSignedVersion(database, scope, id, Number(version), serverNow());
  if (!opened) notFound();
  const { summary, isLatest } = opened;
  const person = await readPerson(database, scope, id);
  return (
    <div className="page-wide print:p-0">
      <p className="mb-4 font-semibold">
        {t(isLatest ? 'latest' : 'superseded', { version })}{' '}
        <Link href={`/clinic/intakes/${id}`} className="print:hidden">
          {t('back')}
        </Link>
      </p>
      <ProviderSummary
        summary={summary}
        person={
          person && {
            name: person.name,
            dateOfBirth: person.dateOfBirth?.toISOString().slice(0, 10) ?? null,
          }
        }
      />
    </div>
  );
}
