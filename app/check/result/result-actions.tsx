import Link from 'next/link';
import { useTranslations } from 'next-intl';
import ShareWithClinic from '../share-with-clinic';
import { DeleteAnswers } from './delete-answers';
import { ResultSection } from './result-section';
import type { Assessed } from './use-assessment';

/** What can be done with the result: print it, share it, change it, delete it. */
export function ResultActions({ selfCheck }: Assessed) {
  const t = useTranslations('result.actions');
  return (
    <ResultSection id="actions" title={t('title')}>
      <div className="flex flex-wrap gap-3">
        <Link href="/check/summary" className="button-primary">
          {t('summary')}
        </Link>
        <Link href="/check/sheet" className="button-quiet">
          {t('sheet')}
        </Link>
        <Link href="/check?question=review" className="button-quiet">
          {t('change')}
        </Link>
        <DeleteAnswers />
      </div>
      <div className="mt-8">
        <ShareWithClinic submission={selfCheck} />
      </div>
    </ResultSection>
  );
}
