import type { Metadata } from 'next';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { requireScope } from '@/app/clinic/require-scope';
import { serverNow } from '@/app/clinic/server-now';
import { patientsMax } from '@/lib/clinic/find-patients';
import { may } from '@/lib/clinic/roles';
import { countViews, readWaiting, readWorklist } from '@/lib/clinic/worklist';
import { connectDatabase } from '@/lib/intake/database';
import { addressOf, type Parameters, readAsked } from './asked';
import { IntakeRows } from './intake-rows';
import { LiveList } from './live-list';
import { SavedViews } from './saved-views';
import { UrgencyFilter } from './urgency-filter';
import { ViewTabs } from './view-tabs';
import { WaitingRows } from './waiting-rows';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('worklist');
  return { title: t('title'), robots: { index: false } };
}

/** Who waits for the clinic, the most urgent first. */
export default async function WorklistPage({
  searchParams,
}: {
  searchParams: Promise<Parameters>;
}) {
  const scope = await requireScope();
  const t = await getTranslations('worklist');
  const asked = readAsked(await searchParams, scope);
  const { view, search, after } = asked;
  const database = await connectDatabase();
  const now = serverNow();
  const isClinical = may(scope.role, 'see-clinical');
  const isWaiting = view === 'waiting';
  const [counts, page, waiting] = await Promise.all([
    countViews(database, scope, now),
    isWaiting ? null : readWorklist(database, scope, asked, now),
    isWaiting ? readWaiting(database, scope, asked, now) : null,
  ]);
  const next = page?.next ?? waiting?.next;
  const isCut = page?.isCut || waiting?.isCut;
  return (
    <div className="page-broad pt-4">
      <div className="flex flex-wrap items-center justify-between gap-x-8 gap-y-2">
        <h1 className="text-title">{t('title')}</h1>
        <Link href="/clinic/invite" className="button-quiet">
          {t('invite')}
        </Link>
      </div>
      <ViewTabs asked={asked} counts={counts} isClinical={isClinical} />
      <div className="flex flex-wrap items-end gap-x-6 gap-y-2 py-2">
        <search>
          <form action="/clinic/worklist" className="flex items-end gap-2">
            {view !== 'open' && <input type="hidden" name="view" value={view} />}
            <div>
              <label htmlFor="search" className="block text-small text-quiet">
                {t('search')}
              </label>
              <input
                id="search"
                name="search"
                type="search"
                defaultValue={search}
                autoComplete="off"
                className="min-h-10 w-64 rounded-small border border-quiet bg-paper px-2"
              />
            </div>
            <button type="submit" className="button-quiet min-h-10 py-1">
              {t('find')}
            </button>
          </form>
        </search>
        {isClinical && !isWaiting && <UrgencyFilter asked={asked} />}
        <SavedViews address={addressOf({ ...asked, after: null })} />
      </div>
      <LiveList>
        {search && !isWaiting && (
          <p className="py-1 text-small" role="status">
            {page?.next || after
              ? t('foundPart', { count: page?.rows.length ?? 0 })
              : t('found', { count: page?.rows.length ?? 0 })}{' '}
            <Link href={addressOf({ view })}>{t('clearSearch')}</Link>
          </p>
        )}
        {isCut && (
          <p className="py-1 text-small font-semibold">{t('cut', { count: patientsMax })}</p>
        )}
        {page && <IntakeRows rows={page.rows} isClinical={isClinical} now={now} />}
        {waiting && <WaitingRows rows={waiting.rows} />}
        {(after || next) && (
          <p className="flex gap-6 py-3">
            {after && <Link href={addressOf({ ...asked, after: null })}>{t('first')}</Link>}
            {next && <Link href={addressOf({ ...asked, after: next })}>{t('next')}</Link>}
          </p>
        )}
      </LiveList>
    </div>
  );
}
