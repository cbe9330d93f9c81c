import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { requireScope } from '@/app/clinic/require-scope';
import { offerPatients } from '@/lib/clinic/find-patients';
import { readInvitee } from '@/lib/clinic/invitee';
import { mailSettings } from '@/lib/clinic/mail';
import { readClinic } from '@/lib/clinic/read-clinic';
import { connectDatabase } from '@/lib/intake/database';
import { knowledgeBase } from '@/lib/knowledge/read-rules';
import { InviteForm } from './invite-form';
import { KnownPatients } from './known-patients';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('invite');
  return { title: t('title') };
}

const text = z.string().max(100).catch('');
const askedSchema = z.object({ follows: text, renews: text, patient: text, search: text });
const nobody = { followsId: '', renewsId: '', patientId: '' };

interface InvitePageProps {
  searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

/** A link for one patient's self-check, with a slip to print. */
export default async function InvitePage({ searchParams }: InvitePageProps) {
  const scope = await requireScope('invite');
  const t = await getTranslations('invite');
  const database = await connectDatabase();
  const asked = askedSchema.parse(await searchParams);
  const named = { followsId: asked.follows, renewsId: asked.renews, patientId: asked.patient };
  const invitee = await readInvitee(database, scope, named);
  const offered = invitee ? null : await offerPatients(database, scope, asked.search);
  const clinic = await readClinic(database, scope);
  const { emergencyNumbers } = knowledgeBase().region;
  return (
    <div className="page">
      <h1 className="text-title print:hidden">{t('title')}</h1>
      <p className="measure mt-2 print:hidden">
        {invitee
          ? t(asked.renews ? 'renews' : asked.follows ? 'again' : 'known', {
              name: invitee.patient?.name ?? t('nobody'),
            })
          : t('text')}
      </p>
      {!invitee && <KnownPatients search={asked.search} offered={offered} />}
      <InviteForm
        key={Object.values(named).join()}
        clinic={clinic}
        clinicId={scope.clinicId}
        invitee={invitee ? named : nobody}
        canMail={mailSettings() !== null}
        emergencyNumbers={emergencyNumbers.join(' / ')}
      />
    </div>
  );
}
