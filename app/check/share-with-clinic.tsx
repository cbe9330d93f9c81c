'use client';

import { useTranslations } from 'next-intl';
import { useId, useRef, useState } from 'react';
import { EarlierShares } from './share/earlier-shares';
import { ShareOffer } from './share/share-offer';
import { SharedReference } from './share/shared-reference';
import { useShares } from './share/use-shares';
import { renewSubmissionKey, type SelfCheck } from './use-self-check';

/** Shares the answers once the person asks for it; afterwards, the reference that opens them. */
export default function ShareWithClinic({ submission }: { submission: SelfCheck }) {
  const t = useTranslations('share');
  const heading = useId();
  const shares = useShares();
  const current = shares.find(({ submissionKey }) => submissionKey === submission.submissionKey);
  const [deleted, setDeleted] = useState<string | null>(null);
  const status = useRef<HTMLParagraphElement>(null);

  function tellDeleted(reference: string) {
    if (reference === current?.reference) renewSubmissionKey(submission);
    setDeleted(reference);
    // The button that was pressed goes with what it deleted.
    status.current?.focus();
  }

  return (
    <section aria-labelledby={heading}>
      <h3 id={heading} className="mb-3 text-lead">
        {t('title')}
      </h3>
      <p ref={status} tabIndex={-1} aria-live="polite" className="measure font-semibold">
        {deleted && t('withdraw.done', { reference: deleted })}
      </p>
      {current ? (
        <SharedReference share={current} onWithdrawn={tellDeleted} />
      ) : (
        <ShareOffer selfCheck={submission} />
      )}
      <EarlierShares
        shares={shares.filter((share) => share !== current)}
        onWithdrawn={tellDeleted}
      />
    </section>
  );
}
