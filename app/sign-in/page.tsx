import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { readScope } from '../clinic/require-scope';
import { nextPath } from './next-path';
import { PasskeyButton } from './passkey-button';
import { SignInForm } from './sign-in-form';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('signIn');
  return { title: t('title') };
}

interface SignInPageProps {
  searchParams: Promise<{ next?: string }>;
}

export default async function SignInPage({ searchParams }: SignInPageProps) {
  const t = await getTranslations('signIn');
  const next = nextPath((await searchParams).next);
  if (await readScope(await headers(), true)) redirect(next);
  return (
    <div className="page">
      <h1 className="text-display">{t('title')}</h1>
      <p className="measure mt-3">{t('text')}</p>
      <SignInForm next={next} />
      <PasskeyButton next={next} />
    </div>
  );
}
