import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { LocalTime } from '@/app/check/summary/local-time';
import { serverNow } from '@/app/clinic/server-now';
import { readInvitation } from '@/lib/clinic/receive-self-check';
import { connectDatabase } from '@/lib/intake/database';
import { waitAfterFailedLookup } from '@/lib/intake/failed-lookups';
import { knowledgeBase } from '@/lib/knowledge/read-rules';
import { BeginInvited } from './begin-invited';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('invited');
  return { title: t('title'), robots: { index: false }, referrer: 'no-referrer' };
}

/** Where a clinic's invitation leads a patient: who asks, what is sent, and that nobody may look at once. */
export default async function InvitedPage({ params }: { params: Promise<{ secret: string }> }) {
  const { secret } = await params;
  const t = await getTranslations('invited');
  const invitation = await readInvitation(await connectDatabase(), secret, serverNow());
  if (!invitation) await waitAfterFailedLookup();
  const numbers = knowledgeBase().region.emergencyNumbers.join(' / ');
  if (!invitation) {
    return (
      <div className="page">
        <h1 className="text-display">{t('closed.title')}</h1>
        <p className="measure mt-3">{t('closed.text')}</p>
        <p className="measure mt-3 font-semibold">{t('emergency', { numbers })}</p>
      </div>
    );
  }
  const { clinicName, appointmentAt } = invitation;
  return (
    <div className="page">
      <h1 className="text-display">{t('heading', { clinic: clinicName })}</h1>
      {appointmentAt && (
        <p className="mt-2">
          {t.rich('appointment', { at: () => <LocalTime iso={appointmentAt.toISOString()} /> })}
        </p>
      )}
      <p className="measure mt-4">{t('what')}</p>
      <p className="measure mt-3">{t('whom', { clinic: clinicName })}</p>
      <p className="measure mt-3 border-l-8 border-ink pl-3 font-semibold">
        {t('emergency', { numbers })}
      </p>
      <BeginInvited secret={secret} clinicName={clinicName} />
    </div>
  );
}
