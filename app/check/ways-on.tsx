'use client';

import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import { DeleteAnswers } from './delete-answers';
import { PlaceLink } from './place-link';
import { hrefTo, reviewPlace } from './places';
import type { SelfCheck } from './use-self-check';

interface WaysOnProps {
  readonly selfCheck: SelfCheck | null;
  readonly onStart: () => void;
  readonly onResume: () => void;
}

/** Start; or, with answers on this device, go on, see the result, start over or delete them. */
export function WaysOn({ selfCheck, onStart, onResume }: WaysOnProps) {
  const t = useTranslations('check.welcome');
  const format = useFormatter();
  if (selfCheck === null) {
    return (
      <button
        type="button"
        className="button-primary w-full sm:w-auto sm:min-w-48"
        onClick={onStart}
      >
        {t('start')}
      </button>
    );
  }
  const isFinished = selfCheck.finishedAt !== null;
  const at = format.dateTime(new Date(selfCheck.finishedAt ?? selfCheck.startedAt), {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  });
  return (
    <section aria-labelledby="resume-title" className="border-t border-line pt-6">
      <h2 id="resume-title" className="text-lead">
        {t(isFinished ? 'finished' : 'unfinished')}
      </h2>
      <p className="pt-1 pb-5 text-quiet">{t(isFinished ? 'finishedAt' : 'startedAt', { at })}</p>
      <div className="flex flex-col gap-3 sm:flex-row sm:flex-wrap">
        {isFinished ? (
          <>
            <Link href="/check/result" className="button-primary">
              {t('seeResult')}
            </Link>
            <PlaceLink href={hrefTo(reviewPlace)} className="button-quiet">
              {t('changeAnswers')}
            </PlaceLink>
          </>
        ) : (
          <button type="button" className="button-primary" onClick={onResume}>
            {t('resume')}
          </button>
        )}
        <button type="button" className="button-quiet" onClick={onStart}>
          {t('startOver')}
        </button>
        <DeleteAnswers />
      </div>
    </section>
  );
}
