import type { Metadata } from 'next';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { ReferenceForm } from '../shared/reference-form';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('clinic');
  return { title: t('title') };
}

/** For clinicians: open what a patient shared, do the check themselves, look something up. */
export default async function ClinicPage() {
  const t = await getTranslations('clinic');
  return (
    <div className="page">
      <h1 className="text-display">{t('title')}</h1>
      <Way id="work" title={t('work.title')} text={t('work.text')}>
        <Link href="/sign-in" className="button-primary mt-4">
          {t('work.action')}
        </Link>
      </Way>
      <Way id="open" title={t('open.title')} text={t('open.text')}>
        <ReferenceForm />
      </Way>
      <Way id="check" title={t('check.title')} text={t('check.text')}>
        <Link href="/check?for=clinician" className="button-quiet mt-4">
          {t('check.action')}
        </Link>
      </Way>
      <Way id="knowledge" title={t('knowledge.title')} text={t('knowledge.text')}>
        <Link href="/knowledge" className="button-quiet mt-4">
          {t('knowledge.action')}
        </Link>
      </Way>
    </div>
  );
}

interface WayProps {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly children: ReactNode;
}

function Way({ id, title, text, children }: WayProps) {
  return (
    <section aria-labelledby={id} className="mt-10 border-t border-line pt-5">
      <h2 id={id} className="text-title">
        {title}
      </h2>
      <p className="measure pt-2">{text}</p>
      {children}
    </section>
  );
}
