'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { deleteSelfCheck } from '../use-self-check';
import type { useAssessment } from './use-assessment';

type Unready = Exclude<ReturnType<typeof useAssessment>, { state: 'ready' }>;

/** What stands in place of a result: the wait, the way to the questions, or what went wrong. */
export function UnreadyResult({ unready }: { unready: Unready }) {
  const t = useTranslations('result.unready');
  switch (unready.state) {
    case 'working':
      return (
        <div className="page">
          <h1 className="text-title">
            <span role="status">{t('working')}</span>
          </h1>
        </div>
      );
    case 'no-answers':
      return (
        <div className="page">
          <h1 className="text-display">{t('noAnswers')}</h1>
          <p className="measure mt-4 mb-8 text-lead">{t('noAnswersHint')}</p>
          <Link href="/check" className="button-primary">
            {t('start')}
          </Link>
        </div>
      );
    case 'failed':
      return (
        <div className="page" role="alert">
          <h1 className="text-display">{t('failed')}</h1>
          <p className="measure mt-4 mb-8 text-lead">{t('failedHint')}</p>
          <button type="button" className="button-primary" onClick={unready.retry}>
            {t('retry')}
          </button>
        </div>
      );
    case 'outdated':
      return (
        <div className="page">
          <h1 className="text-display">{t('outdated')}</h1>
          <p className="measure mt-4 text-lead">{t('outdatedHint')}</p>
          <ul className="mt-4 mb-8 list-disc pl-5 text-small">
            {unready.faults.map(({ field, message }) => (
              <li key={field}>
                <code>{field}</code>: {message}
              </li>
            ))}
          </ul>
          <div className="flex flex-wrap gap-3">
            <Link href="/check?question=review" className="button-primary">
              {t('review')}
            </Link>
            <button type="button" className="button-quiet" onClick={deleteSelfCheck}>
              {t('delete')}
            </button>
          </div>
        </div>
      );
  }
}
