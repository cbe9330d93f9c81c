import { useLocale, useTranslations } from 'next-intl';
import { knowledgeBase } from '@/lib/knowledge/read-rules';
import type { Condition } from '@/lib/triage/knowledge-base';
import { say } from '@/lib/triage/voice';
import { RehabilitationStatusWord } from '../../rehabilitation-status-word';

/** The eight options for one condition: whether, how, and in which dose. */
export function RehabilitationTable({ condition: { rehabilitation } }: { condition: Condition }) {
  const t = useTranslations('knowledge.rehabilitation');
  const language = useLocale();
  const voice = { language };
  return (
    <>
      <p className="measure mb-4">{say(rehabilitation.note, voice)}</p>
      <ul>
        {knowledgeBase().rehabilitation.options.map(({ id, name, dose }) => {
          const note = rehabilitation.notes?.[id];
          const status = rehabilitation.options[id];
          const isDone = status !== 'never' && status !== 'no-role';
          return (
            <li
              key={id}
              className="grid gap-x-8 border-t border-line py-3 sm:grid-cols-[13rem_11rem_1fr]"
            >
              <a href={`/knowledge/rehabilitation#${id}`} className="font-medium">
                {say(name, voice)}
              </a>
              <span>
                <RehabilitationStatusWord status={status} />
              </span>
              <span className="measure">
                {note && say(note, voice)}
                {dose && isDone && (
                  <span className="block text-small text-quiet">
                    {t('dose', { dose: say(dose, voice) })}
                  </span>
                )}
              </span>
            </li>
          );
        })}
      </ul>
    </>
  );
}
