'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { ProviderSummary } from '@/app/check/summary/provider-summary';
import { CompareCode } from './compare-code';
import { type Replay, useReplayedSummary } from './use-replayed-summary';

/** The replayed answers beside the way to compare the code; or why there is nothing to replay. */
export function VerifyView({ hash }: { hash: string }) {
  const replay = useReplayedSummary(hash);
  if (replay.state !== 'ready') return <NothingToReplay replay={replay} />;
  return (
    <div className="page-wide print:p-0">
      <CompareCode summary={replay.summary} />
      <ProviderSummary summary={replay.summary} />
    </div>
  );
}

function NothingToReplay({ replay }: { replay: Exclude<Replay, { state: 'ready' }> }) {
  const t = useTranslations('verify');
  return (
    <div className="page">
      <h1 className="text-title">{t('title')}</h1>
      <p className="measure mt-4" role="status">
        {t(`states.${replay.state}`)}
      </p>
      {replay.state === 'failed' && (
        <button type="button" className="button-primary mt-4" onClick={replay.retry}>
          {t('retry')}
        </button>
      )}
      {replay.state !== 'working' && (
        <p className="measure mt-4">
          {t.rich('byReference', { link: (text) => <Link href="/shared">{text}</Link> })}
        </p>
      )}
    </div>
  );
}
