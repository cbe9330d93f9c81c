'use client';

import { useTranslations } from 'next-intl';
import { ExpiryDate } from './expiry-date';
import type { Share } from './stored-shares';
import { WithdrawShare } from './withdraw-share';

interface EarlierSharesProps {
  shares: readonly Share[];
  onWithdrawn: (reference: string) => void;
}

/** What was shared before the answers were changed, and can still be opened. */
export function EarlierShares({ shares, onWithdrawn }: EarlierSharesProps) {
  const t = useTranslations('share.earlier');
  if (shares.length === 0) return null;
  return (
    <div className="mt-6 border-t border-line pt-4 print:hidden">
      <h4 className="font-semibold">{t('title')}</h4>
      <p className="measure">{t('text')}</p>
      <ul>
        {shares.map(({ reference, expiresAt }) => (
          <li key={reference} className="mt-3">
            <p>
              <span className="font-semibold tabular-nums">{reference}</span>{' '}
              <ExpiryDate expiresAt={expiresAt} />
            </p>
            <WithdrawShare reference={reference} onWithdrawn={onWithdrawn} />
          </li>
        ))}
      </ul>
    </div>
  );
}
