import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { Sent } from './send-intake';

/** Why sharing failed, and that nothing is lost by it. */
export function ShareFailure({ failure }: { failure: Exclude<Sent['outcome'], 'shared'> }) {
  const t = useTranslations('share.failure');
  return (
    <div className="measure mt-4 border-l-4 border-ink pl-4">
      <p className="font-semibold">{t(`${failure}.title`)}</p>
      <p>{t(`${failure}.text`)}</p>
      {failure === 'answers-outdated' && (
        <Link href="/check?question=review" className="button-text">
          {t('review')}
        </Link>
      )}
    </div>
  );
}
