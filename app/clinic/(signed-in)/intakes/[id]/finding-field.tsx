import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { Answer } from '@/lib/triage/answers';
import type { Finding } from '@/lib/triage/knowledge-base';
import { say } from '@/lib/triage/voice';
import type { EditorState, IntakeEditor } from './intake-editor';
import { NumberInput } from './number-input';
import { OptionRow } from './option-row';
import { SideMeasures } from './side-measures';

interface FindingFieldProps {
  readonly finding: Finding;
  readonly editor: IntakeEditor;
  readonly state: EditorState;
  readonly soreSide: Answer | undefined;
}

const english = { language: 'en' } as const;

/** The same words beside every finding: to whom does not see it, they say of which. */
const hidden = (words: ReactNode) => <span className="sr-only">{words}</span>;

/** One finding: what was seen, by one tap; how to look for it and how to read it, unfolded. */
export function FindingField({ finding, editor, state, soreSide }: FindingFieldProps) {
  const t = useTranslations('intake.examination');
  const { id, name, procedure, interpretation, accuracy, sides } = finding;
  const path = `findings.${id}`;
  const value = state.fields[path] ?? undefined;
  const faults = state.faults.filter(({ field }) => field === path || field.startsWith(`${path}.`));
  return (
    <fieldset id={`f-${id}`} tabIndex={-1} className="min-w-0 scroll-mt-14 py-2">
      <legend className="flex flex-wrap items-baseline gap-x-3">
        <span className="font-medium">{say(name, english)}</span>
        {value !== undefined && (
          <button
            type="button"
            className="min-h-6 text-small text-accent underline"
            onClick={() => editor.change(path, null)}
          >
            {t.rich('clear', { name: say(name, english), hidden })}
          </button>
        )}
      </legend>
      {sides ? (
        <SideMeasures finding={finding} sides={sides} {...{ editor, state, soreSide }} />
      ) : finding.options ? (
        <OptionRow
          field={{ type: finding.type, options: finding.options }}
          name={path}
          value={value}
          onChange={(next) => editor.change(path, next)}
        />
      ) : (
        <NumberInput
          label={say(name, english)}
          field={finding}
          value={typeof value === 'number' ? value : null}
          onChange={(next) => editor.change(path, next)}
        />
      )}
      {faults.map(({ field, message }) => (
        <p key={field} role="alert" className="border-l-4 border-ink pl-2 font-semibold">
          {t('refused', { message })}
        </p>
      ))}
      <details>
        <summary className="inline-flex min-h-6 items-center text-accent underline">
          {t.rich('how', { name: say(name, english), hidden })}
        </summary>
        <p className="measure">{say(procedure, english)}</p>
        <p className="measure text-quiet">{say(interpretation, english)}</p>
        <p className="measure text-quiet">{say(accuracy, english)}</p>
      </details>
    </fieldset>
  );
}
