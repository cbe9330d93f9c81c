'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ResultSection } from '../result/result-section';
import { noteSent, type SelfCheck } from '../use-self-check';
import { type SentToClinic, sendToClinic } from './send-to-clinic-request';

interface SendToClinicProps {
  readonly selfCheck: SelfCheck;
  readonly invitation: NonNullable<SelfCheck['invitation']>;
}

/** Sends the answers to the clinic that invited, once the person asks for it. */
export function SendToClinic({ selfCheck, invitation }: SendToClinicProps) {
  const t = useTranslations('invited.send');
  const { clinicName: clinic, sentKey } = invitation;
  const [isSending, setSending] = useState(false);
  const [failure, setFailure] = useState<Exclude<SentToClinic, 'received'> | null>(null);

  async function send() {
    // Not `disabled`: that would take the focus from the button that somebody just pressed.
    if (isSending) return;
    setSending(true);
    setFailure(null);
    const sent = await sendToClinic(selfCheck, invitation.secret);
    setSending(false);
    if (sent === 'received') noteSent(selfCheck);
    else setFailure(sent);
  }

  return (
    <ResultSection id="send" title={t('title', { clinic })}>
      <div aria-live="polite">
        {sentKey === selfCheck.submissionKey && (
          <p className="measure text-lead font-semibold">{t('sent', { clinic })}</p>
        )}
      </div>
      {sentKey === undefined && (
        <>
          <p className="measure">{t('text', { clinic })}</p>
          <div aria-live="assertive">
            {failure && (
              <p className="measure mt-3 border-l-8 border-ink pl-3 font-semibold">
                {t(`failures.${failure}`, { clinic })}
              </p>
            )}
          </div>
          <button
            type="button"
            className="button-primary mt-4"
            aria-disabled={isSending}
            onClick={() => void send()}
          >
            {t('action', { clinic })}
          </button>
        </>
      )}
      {sentKey !== undefined && sentKey !== selfCheck.submissionKey && (
        <p className="measure">{t('changed', { clinic })}</p>
      )}
      <p className="measure mt-3 font-semibold">{t('doNotWait')}</p>
    </ResultSection>
  );
}
