'use client';

import { useTranslations } from 'next-intl';
import { useSyncExternalStore } from 'react';

const known = ['999', '911', '112'] as const;
type EmergencyNumber = (typeof known)[number];

/**
 * The one big button of an emergency, for a place with a filled background. Where the tool is set
 * to no country, it is the number of where the device seems to be, and the others stand beneath.
 * @param numbers those of the region, the most usual first
 */
export function EmergencyCall({ numbers }: { numbers: readonly string[] }) {
  const t = useTranslations('site.emergencyCall');
  const first = numbers[0] ?? '999';
  const guessed: string = useSyncExternalStore(neverChanges, guessNumber, () => first);
  const local = numbers.includes(guessed) ? guessed : first;
  const others = known.filter((number) => number !== local && numbers.includes(number));
  return (
    <div className="on-alarm">
      <a
        href={`tel:${local}`}
        className="flex min-h-16 items-center justify-center rounded-small bg-on-alarm px-6 py-3 text-title font-bold text-alarm no-underline hover:underline"
      >
        {t('call', { number: local })}
      </a>
      {others.length > 0 && (
        <p className="flex flex-wrap gap-x-5">
          {others.map((number) => (
            <a
              key={number}
              href={`tel:${number}`}
              className="flex min-h-12 items-center text-on-alarm print:text-ink"
            >
              {t(`elsewhere.${number}`)}
            </a>
          ))}
        </p>
      )}
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
