'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { CopyLink } from './copy-link';
import { ExpiryDate } from './expiry-date';
import { QrCode } from './qr-code';
import type { Share } from './stored-shares';
import { WithdrawShare } from './withdraw-share';

interface SharedReferenceProps {
  share: Share;
  onWithdrawn: (reference: string) => void;
}

/** The reference to hand over, as text and as a QR code, and the way to delete what it opens. */
export function SharedReference({ share, onWithdrawn }: SharedReferenceProps) {
  const t = useTranslations('share.shared');
  const panel = useRef<HTMLDivElement>(null);
  const { reference } = share;
  const address = `${window.location.origin}/shared/${reference}`;

  // The button that was pressed is gone: the focus goes where the reference now stands.
  useEffect(() => {
    if (document.activeElement === document.body) panel.current?.focus();
  }, []);

  return (
    <div ref={panel} tabIndex={-1} className="changed">
      <p className="measure">{t('give')}</p>
      <div className="my-4 flex flex-wrap items-center gap-x-8 gap-y-4">
        <QrCode text={address} label={t('qrCode', { reference })} />
        <div>
          <p className="text-small text-quiet">{t('reference')}</p>
          <p
            className="text-title font-semibold tracking-wide tabular-nums slashed-zero"
            data-testid="reference"
          >
            {reference}
          </p>
          <p className="text-small text-quiet">
            {t('where', { address: `${window.location.host}/shared` })}
          </p>
          <CopyLink address={address} />
        </div>
      </div>
      <p className="measure">
        <ExpiryDate expiresAt={share.expiresAt} />
      </p>
      <p className="measure mt-2 text-quiet print:hidden">{t('whoHasIt')}</p>
      <WithdrawShare reference={reference} onWithdrawn={onWithdrawn} />
    </div>
  );
}
