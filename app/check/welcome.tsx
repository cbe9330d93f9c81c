'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { Audience } from '@/lib/triage/answers';
import { ScreenHeading } from './screen-heading';
import { usePageTitle } from './use-page-title';

/** What the self-check is, before it begins; `children` is the way on. */
export function Welcome({ audience, children }: { audience: Audience; children: ReactNode }) {
  const t = useTranslations('check.welcome');
  usePageTitle(t(`title.${audience}`));
  return (
    <div className="page">
      <ScreenHeading>{t(`title.${audience}`)}</ScreenHeading>
      <ul className="measure list-disc pt-4 pl-6">
        {(['time', 'unsure', 'device', 'stop'] as const).map((point) => (
          <li key={point} className="pt-1">
            {t(`${point}.${audience}`)}
          </li>
        ))}
      </ul>
      <div className="pt-8">{children}</div>
    </div>
  );
}
