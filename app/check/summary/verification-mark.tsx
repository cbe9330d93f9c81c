'use client';

import { useTranslations } from 'next-intl';
import { useSyncExternalStore } from 'react';
import type { Summary } from '@/lib/summary/summary';
import { verificationAddress } from '@/lib/summary/verification-address';
import { verificationCode } from '@/lib/summary/verification-code';
import { QrCode } from '../share/qr-code';
import styles from './provider-summary.module.css';

/** The code over what the page says, and the QR code that replays its answers. */
export function VerificationMark({ summary }: { summary: Summary }) {
  const t = useTranslations('verify');
  const origin = useSyncExternalStore(neverChanges, siteOrigin, () => null);
  const code = verificationCode(summary);
  return (
    <div className={styles.verification}>
      {origin && summary.replay !== null && (
        <QrCode
          text={verificationAddress(origin, summary.replay)}
          label={t('qr', { code })}
          className={styles.qr}
        />
      )}
      <p>
        <strong>{code}</strong> <span className={styles.label}>{t('onPaper')}</span>
      </p>
    </div>
  );
}

function siteOrigin(): string {
  return window.location.origin;
}

function neverChanges() {
  return () => {};
}
