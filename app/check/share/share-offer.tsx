'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { keepSharedDays } from '@/lib/intake/retention';
import { renewSubmissionKey, type SelfCheck } from '../use-self-check';
import { type Sent, sendIntake } from './send-intake';
import { ShareFailure } from './share-failure';
import { rememberShare } from './stored-shares';

/** What would be sent, to whom and for how long; and the button that sends it. */
export function ShareOffer({ selfCheck }: { selfCheck: SelfCheck }) {
  const t = useTranslations('share');
  const [isSending, setSending] = useState(false);
  const [failure, setFailure] = useState<Exclude<Sent['outcome'], 'shared'> | null>(null);

  async function share() {
    // Not `disabled`: that would take the focus from the button that somebody just pressed.
    if (isSending) return;
    setSending(true);
    setFailure(null);
    const sent = await sendIntake(selfCheck);
    setSending(false);
    if (sent.outcome === 'shared') return rememberShare(sent.share);
    if (sent.outcome === 'key-used-up') renewSubmissionKey(selfCheck);
    setFailure(sent.outcome);
  }

  return (
    <div className="print:hidden">
      <dl className="measure grid gap-3">
        {(['what', 'whom', 'howLong'] as const).map((part) => (
          <div key={part}>
            <dt className="font-semibold">{t(`offer.${part}.term`)}</dt>
            <dd>{t(`offer.${part}.text`, { days: keepSharedDays })}</dd>
          </div>
        ))}
      </dl>
      <p className="measure mt-3">{t('offer.nobodyIsTold')}</p>
      <div aria-live="polite">{failure && <ShareFailure failure={failure} />}</div>
      <button
        type="button"
        className="button-quiet mt-4"
        aria-disabled={isSending}
        onClick={() => void share()}
      >
        {t(isSending ? 'offer.sending' : failure ? 'offer.again' : 'offer.button')}
      </button>
    </div>
  );
}
