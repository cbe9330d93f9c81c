'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';

const rooms = [
  { href: '/knowledge', label: 'conditions' },
  { href: '/knowledge/red-flags', label: 'redFlags' },
  { href: '/knowledge/instruments', label: 'instruments' },
  { href: '/knowledge/examination', label: 'examination' },
  { href: '/knowledge/questions', label: 'questions' },
  { href: '/knowledge/rehabilitation', label: 'rehabilitation' },
  { href: '/knowledge/sources', label: 'sources' },
] as const;

/** The rooms of the knowledge base; the one that the reader is in is marked. */
export function KnowledgeNavigation() {
  const t = useTranslations('knowledge');
  const path = usePathname();
  return (
    <nav aria-label={t('navigation')} className="border-b border-line print:hidden">
      <ul className="-mx-3 flex flex-wrap">
        {rooms.map(({ href, label }) => (
          <li key={href}>
            <Link
              href={href}
              aria-current={path === href ? 'page' : undefined}
              className="flex min-h-12 items-center border-b-2 border-transparent px-3 no-underline hover:underline aria-[current]:border-accent aria-[current]:font-semibold aria-[current]:text-ink"
            >
              {t(`rooms.${label}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
