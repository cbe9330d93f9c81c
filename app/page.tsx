import Link from 'next/link';
import { getLocale, getTranslations } from 'next-intl/server';
import { knowledgeBase } from '@/lib/knowledge/read-rules';
import type { Audience } from '@/lib/triage/answers';
import { say, sayTo } from '@/lib/triage/voice';

const audiences = ['patient', 'clinician'] as const satisfies readonly Audience[];

/** Two doors, and what this is and is not. */
export default async function StartPage() {
  const t = await getTranslations('start');
  const language = await getLocale();
  const base = knowledgeBase();
  return (
    <div className="page-wide">
      <h1 className="text-display">{t('title')}</h1>
      <p className="measure pt-4 text-lead">{t('lead')}</p>
      <div className="grid gap-x-12 gap-y-8 py-10 md:grid-cols-2">
        <Door href="/check" name="patient" isFirst />
        <Door href="/clinic" name="clinician" />
      </div>
      <div className="grid gap-x-12 gap-y-10 border-t border-line pt-8 md:grid-cols-2">
        <section aria-labelledby="is">
          <h2 id="is" className="text-title">
            {t('is')}
          </h2>
          {audiences.map((audience) => (
            <Use key={audience} heading={t(`for.${audience}`)}>
              {sayTo(base.intendedUse, { audience, language })}
            </Use>
          ))}
          <Use heading={t('who')}>{say(base.population, { language })}</Use>
        </section>
        <section aria-labelledby="is-not">
          <h2 id="is-not" className="text-title">
            {t('isNot')}
          </h2>
          {audiences.map((audience) => (
            <Use key={audience} heading={t(`for.${audience}`)}>
              {sayTo(base.misuse, { audience, language })}
            </Use>
          ))}
        </section>
      </div>
    </div>
  );
}

interface DoorProps {
  readonly href: string;
  readonly name: Audience;
  readonly isFirst?: boolean;
}

async function Door({ href, name, isFirst = false }: DoorProps) {
  const t = await getTranslations(`start.${name}`);
  return (
    <section aria-labelledby={`door-${name}`} className="border-t-2 border-ink pt-4">
      <h2 id={`door-${name}`} className="text-title">
        {t('title')}
      </h2>
      <p className="measure py-3">{t('text')}</p>
      <Link
        href={href}
        className={isFirst ? 'button-primary w-full sm:w-auto' : 'button-quiet w-full sm:w-auto'}
      >
        {t('action')}
      </Link>
    </section>
  );
}

function Use({ heading, children }: { heading: string; children: string }) {
  return (
    <>
      <h3 className="pt-5 text-body">{heading}</h3>
      <p className="measure">{children}</p>
    </>
  );
}
