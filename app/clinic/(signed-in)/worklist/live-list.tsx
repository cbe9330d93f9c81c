'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useListKeys } from './use-list-keys';
import { watchList } from './watch-list';

/**
 * The list, new without a reload. While somebody points at it, it waits: a row that moves under a
 * pointer opens the wrong patient.
 */
export function LiveList({ children }: { children: ReactNode }) {
  const t = useTranslations('worklist.live');
  const router = useRouter();
  const box = useRef<HTMLDivElement>(null);
  const [isLive, setLive] = useState(true);
  const [hasNews, setNews] = useState(false);
  const [helpShown, showHelp] = useState(false);
  useListKeys(box, () => showHelp((shown) => !shown));

  useEffect(() => {
    const isPointedAt = () => box.current?.matches(':hover') ?? false;
    const refresh = () => {
      setNews(false);
      router.refresh();
    };
    return watchList({
      onNews: () => (isPointedAt() ? setNews(true) : refresh()),
      onRenew: () => isPointedAt() || refresh(),
      onLive: setLive,
    });
  }, [router]);

  const showNews = () => {
    setNews(false);
    router.refresh();
  };
  return (
    <>
      <div className="flex min-h-8 flex-wrap items-center gap-x-4 text-small" role="status">
        {!isLive && <span className="font-semibold">{t('off')}</span>}
        {hasNews && (
          <button type="button" className="text-accent underline" onClick={showNews}>
            {t('news')}
          </button>
        )}
        <button
          type="button"
          className="ml-auto min-h-8 text-quiet underline max-lg:hidden"
          aria-expanded={helpShown}
          onClick={() => showHelp(!helpShown)}
        >
          {t('keys')}
        </button>
      </div>
      {helpShown && (
        <dl className="mb-2 grid w-fit grid-cols-[auto_1fr] gap-x-4 border border-line p-3 text-small">
          {(['move', 'open', 'search', 'filter', 'help'] as const).map((key) => (
            <div key={key} className="contents">
              <dt className="font-semibold">{t(`key.${key}.name`)}</dt>
              <dd>{t(`key.${key}.does`)}</dd>
            </div>
          ))}
        </dl>
      )}
      <div ref={box} onPointerLeave={() => hasNews && showNews()}>
        {children}
      </div>
    </>
  );
}
