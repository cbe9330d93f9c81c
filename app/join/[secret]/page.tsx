import type { Metadata } from 'next';
import { headers } from 'next/headers';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { serverNow } from '@/app/clinic/server-now';
import { authOf } from '@/lib/clinic/auth';
import { readMemberInvitation } from '@/lib/clinic/members';
import { connectDatabase } from '@/lib/intake/database';
import { waitAfterFailedLookup } from '@/lib/intake/failed-lookups';
import { JoinForm } from './join-form';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('join');
  return { title: t('title'), robots: { index: false }, referrer: 'no-referrer' };
}

/** Where a member's invitation leads. */
export default async function JoinPage({ params }: { params: Promise<{ secret: string }> }) {
  const { secret } = await params;
  const t = await getTranslations('join');
  const invitation = await readMemberInvitation(await connectDatabase(), secret, serverNow());
  if (!invitation) await waitAfterFailedLookup();
  const session = await (await authOf()).api.getSession({ headers: await headers() });
  const isThem = session !== null && session.user.email === invitation?.email;
  return (
    <div className="page">
      <h1 className="text-display">{t('title')}</h1>
      {invitation ? (
        <>
          <p className="measure mt-3">
            {t('text', { clinic: invitation.clinicName, email: invitation.email })}
          </p>
          {invitation.hasAccount && !isThem ? (
            <p className="mt-4">
              {t('signInFirst')}{' '}
              <Link href="/sign-in" className="button-quiet">
                {t('signIn')}
              </Link>
            </p>
          ) : (
            <JoinForm secret={secret} isSignedIn={isThem} />
          )}
        </>
      ) : (
        <p className="measure mt-3">{t('used')}</p>
      )}
    </div>
  );
}
