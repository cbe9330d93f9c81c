import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { toPageCalls } from '@/app/clinic/page-calls';
import { requireScope } from '@/app/clinic/require-scope';
import { findCallee, listCalls } from '@/lib/clinic/calls';
import { may } from '@/lib/clinic/roles';
import { connectDatabase } from '@/lib/intake/database';
import { PatientCalls } from '../patient-calls';

/** Not whom: titles end up in histories and on shared screens. */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('calls');
  return { title: t('title'), robots: { index: false, follow: false } };
}

/** The calls to one patient, for whoever calls: who it is, and nothing of why. */
export default async function CallsPage({ params }: { params: Promise<{ id: string }> }) {
  const scope = await requireScope('call');
  const t = await getTranslations('intake.head');
  const { id } = await params;
  const database = await connectDatabase();
  const callee = await findCallee(database, scope, id);
  if (!callee) notFound();
  const { patient, isOpenToCalls } = callee;
  const born = patient?.dateOfBirth?.toISOString().slice(0, 10);
  return (
    <div className="page">
      <h1 className="text-title">{patient?.name ?? t('nobody')}</h1>
      {born && <p className="tabular-nums">{t('born', { date: born })}</p>}
      <p className="mt-2 mb-6">
        <Link href="/clinic/worklist">{t('worklist')}</Link>
      </p>
      <PatientCalls
        intakeId={id}
        calls={toPageCalls(await listCalls(database, scope, id))}
        isOpenToCalls={isOpenToCalls}
        readsNotes={may(scope.role, 'see-clinical')}
      />
    </div>
  );
}
