import '@fontsource-variable/inter/index.css';
import './globals.css';
import type { Metadata, Viewport } from 'next';
import { connection } from 'next/server';
import { NextIntlClientProvider } from 'next-intl';
import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { knowledgeBase } from '@/lib/knowledge/read-rules';
import { SiteFooter } from './components/site-footer';
import { SiteHeader } from './components/site-header';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('site');
  return {
    title: { default: t('name'), template: `%s · ${t('name')}` },
    description: t('description'),
    formatDetection: { telephone: false },
  };
}

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fbfaf7' },
    { media: '(prefers-color-scheme: dark)', color: '#14171a' },
  ],
};

/** Every page stands inside `<main id="main">`; it brings its own column (`page`, `page-wide`). */
export default async function RootLayout({ children }: { children: ReactNode }) {
  // A page made at build time carries no nonce, and its scripts would then be refused.
  await connection();
  const locale = await getLocale();
  const t = await getTranslations('site');
  const { emergencyNumbers } = knowledgeBase().region;
  return (
    <html lang={locale}>
      <body className="flex min-h-dvh flex-col">
        <a
          href="#main"
          className="sr-only focus:not-sr-only focus:absolute focus:z-20 focus:bg-paper focus:px-4 focus:py-3"
        >
          {t('skipToContent')}
        </a>
        <NextIntlClientProvider>
          <SiteHeader />
          <noscript>
            <p className="page measure font-semibold">
              {t('noScript', { numbers: emergencyNumbers.join(' / ') })}
            </p>
          </noscript>
          <main id="main" tabIndex={-1} className="flex-1">
            {children}
          </main>
          <SiteFooter />
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
