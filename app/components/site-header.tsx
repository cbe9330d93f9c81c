import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { knowledgeBase } from '@/lib/knowledge/read-rules';

const links = [
  { href: '/check', label: 'check' },
  { href: '/clinic', label: 'clinic' },
  { href: '/knowledge', label: 'knowledge' },
] as const;

/** The name, the way to each room, and that this does not diagnose. */
export async function SiteHeader() {
  const t = await getTranslations('site');
  const { review } = knowledgeBase();
  return (
    <header className="border-b border-line print:hidden">
      <div className="page-wide flex flex-wrap items-center justify-between gap-x-8 py-0">
        <nav aria-label={t('navigation')} className="flex flex-wrap items-center">
          <Link
            href="/"
            className="mr-3 flex min-h-12 items-center font-bold text-ink no-underline hover:underline sm:mr-5"
          >
            {t('name')}
          </Link>
          <ul className="flex flex-wrap text-small">
            {links.map(({ href, label }) => (
              <li key={href}>
                <Link href={href} className="flex min-h-12 items-center px-1.5 sm:px-2.5">
                  {t(`links.${label}`)}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <p className="pb-2 text-small text-quiet sm:py-3">
          {t('notADiagnosis')}
          {review === null && (
            <>
              {'. '}
              <a href="#draft" className="text-quiet">
                {t('draft')}
              </a>
            </>
          )}
        </p>
      </div>
    </header>
  );
}
