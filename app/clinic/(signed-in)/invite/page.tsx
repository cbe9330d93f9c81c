import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireScope } from '@/app/clinic/require-scope';
import { readFollowed } from '@/lib/clinic/invite-patient';
import { mailSettings } from '@/lib/clinic/mail';
import { readClinic } from '@/lib/clinic/read-clinic';
import { connectDatabase } from '@/lib/intake/database';
import { knowledgeBase } from '@/lib/knowledge/read-rules';
import { InviteForm } from './invite-form';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('invite');
  return { title: t('title') };
}

interface InvitePageProps {
  searchParams: Promise<{ follows?: string }>;
}

/** A link for one patient's self-check, with a slip to print. */
export default async function InvitePage({ searchParams }: InvitePageProps) {
  const scope = await requireScope('invite');
  const t = await getTranslations('invite');
  const database = await connectDatabase();
  const { follows } = await searchParams;
  const followed = follows ? await readFollowed(database, scope, follows) : null;
  const clinic = await readClinic(database, scope);
  const { emergencyNumbers } = knowledgeBase().region;
  return (
    <div className="page">
      <h1 className="text-title print:hidden">{t('title')}</h1>
      <p className="measure mt-2 print:hidden">
        {followed ? t('again', { name: followed.patientName ?? t('nobody') }) : t('text')}
      </p>
      <InviteForm
        clinic={clinic}
        followsId={followed?.id ?? null}
        canMail={mailSettings() !== null}
        emergencyNumbers={emergencyNumbers.join(' / ')}
      />
    </div>
  );
}
