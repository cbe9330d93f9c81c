'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';

/** Above the page on the screen, and never on paper. */
export function PrintControls() {
  const t = useTranslations('summary.controls');
  return (
    <div className="mb-8 print:hidden">
      <p className="measure mb-4">{t('lead')}</p>
      <div className="flex flex-wrap gap-3">
        <button type="button" className="button-primary" onClick={() => window.print()}>
          {t('print')}
        </button>
        <Link href="/check/result" className="button-quiet">
          {t('back')}
        </Link>
      </div>
    </div>
  );
}
