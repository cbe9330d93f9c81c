import { useTranslations } from 'next-intl';
import type { Finding, Question } from '@/lib/triage/knowledge-base';
import { say, sayTo, type Voice } from '@/lib/triage/voice';

/** What can be answered: the options, or the range of a number. */
export function FieldValues({ field, voice }: { field: Question | Finding; voice: Voice }) {
  const t = useTranslations('knowledge.fields');
  const { type, options = [], minimum = 0, maximum = 0, unit } = field;
  if (type === 'number') {
    return (
      <p className="text-small">
        {t('range', { minimum, maximum })} {unit && say(unit, voice)}
      </p>
    );
  }
  return (
    <div className="text-small">
      <p className="text-quiet">{t(type)}</p>
      <ul className="list-disc pl-5 marker:text-quiet">
        {options.map((option) => (
          <li key={option.value}>
            {sayTo(option, voice)}
            {option.unknown && <span className="text-quiet"> {t('unknown')}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}
