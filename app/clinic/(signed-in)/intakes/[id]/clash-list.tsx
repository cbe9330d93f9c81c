import { useTranslations } from 'next-intl';
import { LocalTime } from '@/app/check/summary/local-time';
import type { KnowledgeBase } from '@/lib/triage/knowledge-base';
import { describePath } from './describe-path';
import type { EditorState, IntakeEditor } from './intake-editor';

interface ClashListProps {
  readonly base: KnowledgeBase;
  readonly editor: IntakeEditor;
  readonly state: EditorState;
}

/** What two wrote into one field: theirs stands, and mine is kept until the member decides. */
export function ClashList({ base, editor, state }: ClashListProps) {
  const t = useTranslations('intake.clash');
  if (state.clashes.length === 0) return null;
  return (
    <section role="alert" aria-labelledby="clash-title" className="my-3 border-2 border-ink p-3">
      <h2 id="clash-title" className="text-lead">
        {t('title')}
      </h2>
      <ul className="grid gap-4">
        {state.clashes.map(({ field, theirs, mine, by, at }) => {
          const { label, own, say } = describePath(base, field);
          return (
            <li key={field} className="measure">
              <p className="font-semibold">{label ?? t(`fields.${own}`)}</p>
              <p>
                {t.rich('theirs', {
                  by: by ?? t('somebody'),
                  at: () => (at ? <LocalTime iso={at} /> : null),
                  value: say(theirs) ?? t('nothing'),
                })}
              </p>
              <p>{t('mine', { value: say(mine) ?? t('nothing') })}</p>
              <p className="mt-1 flex flex-wrap gap-3">
                <button
                  type="button"
                  className="button-quiet"
                  onClick={() => editor.settle(field, 'theirs')}
                >
                  {t('keepTheirs')}
                </button>
                <button
                  type="button"
                  className="button-quiet"
                  onClick={() => editor.settle(field, 'mine')}
                >
                  {t('keepMine')}
                </button>
              </p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
