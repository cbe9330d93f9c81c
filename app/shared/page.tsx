import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ErrorSummary } from '@/app/check/error-summary';
import { normalizeReference } from '@/lib/intake/reference';
import { ReferenceForm, referenceInputId } from './reference-form';

interface SharedEntranceProps {
  searchParams: Promise<{ reference?: string | string[] }>;
}

export async function generateMetadata({ searchParams }: SharedEntranceProps): Promise<Metadata> {
  const t = await getTranslations('shared.entrance');
  return { title: t((await readReference(searchParams)) === '' ? 'titleError' : 'title') };
}

/** Where a provider types the reference that a patient gave them. */
export default async function SharedEntrance({ searchParams }: SharedEntranceProps) {
  const reference = await readReference(searchParams);
  if (reference) redirect(`/shared/${reference}`);
  const t = await getTranslations('shared');
  const isMissing = reference === '';
  return (
    <div className="page">
      {isMissing && (
        <ErrorSummary message={t('form.missing')} target={referenceInputId} attempt={1} />
      )}
      <h1 className="text-display">{t('entrance.title')}</h1>
      <p className="measure mt-4 text-lead">{t('entrance.lead')}</p>
      <ReferenceForm isMissing={isMissing} />
      <p className="measure mt-8">
        {t.rich('entrance.paper', { link: (text) => <Link href="/verify">{text}</Link> })}
      </p>
    </div>
  );
}

/** The reference as it is written; empty where the form was sent without one. */
async function readReference(
  searchParams: SharedEntranceProps['searchParams'],
): Promise<string | undefined> {
  const { reference } = await searchParams;
  return typeof reference === 'string' ? normalizeReference(reference) : undefined;
}
