import { useLocale, useTranslations } from 'next-intl';
import { knowledgeBase } from '@/lib/knowledge/read-rules';
import { describeField } from '@/lib/triage/describe-answer';
import type { Instrument } from '@/lib/triage/knowledge-base';
import { say } from '@/lib/triage/voice';

/** The items with their points, or the number that is measured. */
export function ItemTable({ instrument: { items, measure } }: { instrument: Instrument }) {
  const t = useTranslations('knowledge.instruments');
  const voice = { audience: 'clinician', language: useLocale() } as const;
  const { questions, findings } = knowledgeBase();
  if (!items) {
    const field = [...questions, ...findings].find(({ id }) => id === measure);
    return <p>{field && t('measure', { name: describeField(field, voice) })}</p>;
  }
  return (
    <table className="h-fit w-full">
      <thead className="text-left text-small text-quiet">
        <tr>
          <th className="pr-6 font-medium">{t('item')}</th>
          <th className="text-right font-medium">{t('points')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map(({ id, text, points }) => (
          <tr key={id} className="border-t border-line align-top">
            <td className="py-1.5 pr-6">{say(text, voice)}</td>
            <td className="py-1.5 text-right">{points > 0 ? `+${points}` : points}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
