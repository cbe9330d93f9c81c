import { toggleOption } from '@/app/check/toggle-option';
import type { Answer } from '@/lib/triage/answers';
import type { Question } from '@/lib/triage/knowledge-base';
import { sayTo } from '@/lib/triage/voice';

interface OptionRowProps {
  readonly field: {
    readonly type: Question['type'];
    readonly options: NonNullable<Question['options']>;
  };
  readonly name: string;
  readonly value: Answer | undefined;
  readonly onChange: (value: Answer | null) => void;
}

const voice = { audience: 'clinician', language: 'en' } as const;

/** The options of a question or finding, each one tap; unticking the last of several leaves nothing. */
export function OptionRow({ field, name, value, onChange }: OptionRowProps) {
  const { type, options } = field;
  const isMultiple = type === 'multiple';
  const ticked =
    value === undefined || typeof value === 'number'
      ? []
      : typeof value === 'string'
        ? [value]
        : [...value];
  function choose(option: string) {
    if (!isMultiple) return onChange(option);
    const next = toggleOption(options, ticked, option);
    onChange(next.length === 0 ? null : next);
  }
  return (
    <div className="flex flex-wrap gap-1.5 py-1">
      {options.map((option) => (
        <label
          key={option.value}
          className="flex min-h-10 cursor-pointer items-center gap-2 rounded-small border border-line px-2.5 py-1 hover:border-quiet has-checked:border-accent has-checked:bg-raised has-checked:font-medium has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
        >
          <input
            type={isMultiple ? 'checkbox' : 'radio'}
            name={name}
            value={option.value}
            checked={ticked.includes(option.value)}
            onChange={() => choose(option.value)}
            className="size-4 shrink-0 outline-none"
          />
          <span>{sayTo(option, voice)}</span>
        </label>
      ))}
    </div>
  );
}
