import { useTranslations } from 'next-intl';

/** The input's, for what points at it. There is one on a page. */
export const referenceInputId = 'reference';

/** Where a reference is typed; works without scripts too. */
export function ReferenceForm({ isMissing = false }: { isMissing?: boolean }) {
  const t = useTranslations('shared.form');
  const id = referenceInputId;
  return (
    <form action="/shared" className="mt-6">
      <label htmlFor={id} className="block font-semibold">
        {t('label')}
      </label>
      <p id={`${id}-hint`} className="measure text-quiet">
        {t('hint')}
      </p>
      {isMissing && (
        <p id={`${id}-error`} className="font-semibold text-urgency-emergency-now">
          {t('missing')}
        </p>
      )}
      <div className="mt-2 flex flex-wrap gap-3">
        <input
          id={id}
          name="reference"
          type="text"
          size={24}
          maxLength={60}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          aria-invalid={isMissing || undefined}
          aria-describedby={isMissing ? `${id}-error ${id}-hint` : `${id}-hint`}
          className="min-h-12 max-w-full rounded-small border border-quiet bg-paper aria-invalid:border-2 aria-invalid:border-ink px-3 text-lead tracking-wide tabular-nums"
        />
        <button type="submit" className="button-primary">
          {t('button')}
        </button>
      </div>
    </form>
  );
}
