'use client';

import { useTranslations } from 'next-intl';
import { useSyncExternalStore } from 'react';

const numbers = ['999', '911', '112'] as const;
type EmergencyNumber = (typeof numbers)[number];

/** The one big button of an emergency, for a place with a filled background; other countries' numbers beneath. */
export function EmergencyCall() {
  const t = useTranslations('site.emergencyCall');
  const local = useSyncExternalStore(neverChanges, guessNumber, () => '999' as const);
  return (
    <div className="on-alarm">
      <a
        href={`tel:${local}`}
        className="flex min-h-16 items-center justify-center rounded-small bg-on-alarm px-6 py-3 text-title font-bold text-alarm no-underline hover:underline"
      >
        {t('call', { number: local })}
      </a>
      <p className="flex flex-wrap gap-x-5">
        {numbers
          .filter((number) => number !== local)
          .map((number) => (
            <a
              key={number}
              href={`tel:${number}`}
              className="flex min-h-12 items-center text-on-alarm"
            >
              {t(`elsewhere.${number}`)}
            </a>
          ))}
      </p>
    </div>
  );
}

/** From where the device's clock says it is, else from its language. */
function guessNumber(): EmergencyNumber {
  const { timeZone = '' } = Intl.DateTimeFormat().resolvedOptions();
  if (/^(America|US|Canada)\//.test(timeZone) || timeZone === 'Pacific/Honolulu') return '911';
  if (/^Europe\/(London|Belfast|Jersey|Guernsey|Isle_of_Man)$/.test(timeZone)) return '999';
  if (timeZone.startsWith('Europe/')) return '112';
  return navigator.language.endsWith('-US') ? '911' : '999';
}

function neverChanges() {
  return () => {};
}
