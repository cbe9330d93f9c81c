import { useLocale, useTranslations } from 'next-intl';
import type { Instrument } from '@/lib/triage/knowledge-base';
import { say } from '@/lib/triage/voice';

/** How a score is read, from the lowest band to the highest. */
export function BandTable({ instrument: { bands } }: { instrument: Instrument }) {
  const t = useTranslations('knowledge.instruments');
  const voice = { language: useLocale() };
  return (
    <table className="h-fit w-full">
      <thead className="text-left text-small text-quiet">
        <tr>
          <th className="w-32 pr-6 font-medium">{t('score')}</th>
          <th className="font-medium">{t('meaning')}</th>
        </tr>
      </thead>
      <tbody>
        {bands.map(({ id, name, from, below, meaning }) => (
          <tr key={id} className="border-t border-line align-top">
            <td className="py-1.5 pr-6">{describeRange(from, below)}</td>
            <td className="py-1.5">
              <strong className="font-semibold">{say(name, voice)}.</strong> {say(meaning, voice)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );

  function describeRange(from: number | undefined, below: number | undefined): string {
    if (from === undefined) return below === undefined ? t('any') : t('below', { below });
    return below === undefined ? t('from', { from }) : t('between', { from, below });
  }
}
