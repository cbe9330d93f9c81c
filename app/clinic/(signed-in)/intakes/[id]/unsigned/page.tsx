import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound, redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ProviderSummary } from '@/app/check/summary/provider-summary';
import { requireScope } from '@/app/clinic/require-scope';
import { serverNow } from '@/app/clinic/server-now';
import { clinicHouse } from '@/lib/clinic/clinic-house';
import { openClinicIntake, readPerson, readSummaryNow } from '@/lib/clinic/open-clinic-intake';
import { toPageIntake } from '../page-intake';
import { MarkedSheet } from './marked-sheet';
import { TakeUnsigned } from './take-unsigned';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('intake');
  return { title: t('title'), robots: { index: false, follow: false } };
}

/** The provider's summary of an intake that nobody has signed, marked so on every page. */
export default async function UnsignedPage({ params }: { params: Promise<{ id: string }> }) {
  const scope = await requireScope('see-clinical');
  const t = await getTranslations('intake.unsigned');
  const { id } = await params;
  const house = await clinicHouse();
  const opened = await openClinicIntake(house.database, scope, id, serverNow());
  if (!opened) notFound();
  const summary = opened.state === 'open' ? await readSummaryNow(house, scope, id) : null;
  // Signed or closed, also just now.
  if (!summary || summary.conclusion) redirect(`/clinic/intakes/${id}`);
  const { person } = toPageIntake(opened, await readPerson(house.database, scope, id));
  return (
    <div className="page-wide pt-4 print:p-0">
      <div className="mb-6 print:hidden">
        <p className="measure mb-3">
          {t('text')} <Link href={`/clinic/intakes/${id}`}>{t('back')}</Link>
        </p>
        <TakeUnsigned intakeId={id} person={person} />
      </div>
      <MarkedSheet>
        <ProviderSummary summary={summary} person={person} />
      </MarkedSheet>
    </div>
  );
}
