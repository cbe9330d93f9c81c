import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { LocalTime } from '@/app/check/summary/local-time';
import { headersNow, requireScope } from '@/app/clinic/require-scope';
import { Submit } from '@/app/components/forms/submit';
import { authOf } from '@/lib/clinic/auth';
import { signOutEverywhere } from './actions';
import { PasskeyList } from './passkey-list';
import { PasswordForm } from './password-form';
import { SecondStep } from './second-step';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account');
  return { title: t('title') };
}

/** One's own account: password, second step, passkeys, and where it is signed in. */
export default async function AccountPage() {
  const scope = await requireScope();
  const t = await getTranslations('account');
  const auth = await authOf();
  const sent = { headers: await headersNow() };
  const [session, sessions, passkeys] = await Promise.all([
    auth.api.getSession(sent),
    auth.api.listSessions(sent),
    auth.api.listPasskeys(sent),
  ]);
  return (
    <div className="page">
      <h1 className="text-title">{t('title')}</h1>
      <p className="mt-1">
        {scope.userName} · {session?.user.email} · {t(`roles.${scope.role}`)}
      </p>
      <h2 className="mt-8 text-lead">{t('secondStep.title')}</h2>
      <SecondStep isOn={session?.user.twoFactorEnabled ?? false} />
      <h2 className="mt-8 text-lead">{t('passkeys.title')}</h2>
      <PasskeyList
        passkeys={passkeys.map(({ id, name, createdAt }) => ({
          id,
          name: name ?? null,
          createdAt: createdAt ? new Date(createdAt).toISOString() : null,
        }))}
      />
      <h2 className="mt-8 text-lead">{t('passwordChange.title')}</h2>
      <PasswordForm />
      <h2 className="mt-8 text-lead">{t('sessions.title')}</h2>
      <ul className="mt-2 border-b border-line">
        {sessions.map(({ id, token, updatedAt, userAgent }) => (
          <li key={id} className="border-t border-line py-2 text-small">
            {token === session?.session.token ? t('sessions.this') : (userAgent ?? '')} ·{' '}
            {t.rich('sessions.used', {
              at: () => <LocalTime iso={new Date(updatedAt).toISOString()} />,
            })}
          </li>
        ))}
      </ul>
      <form action={signOutEverywhere} className="mt-3">
        <Submit quiet>{t('sessions.end')}</Submit>
      </form>
    </div>
  );
}
